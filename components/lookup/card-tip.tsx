import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CustomerCard } from "#lib/lookup/types.ts";

export type CardTipProps = { tip: NonNullable<CustomerCard["tip"]> };

/** What the persona of the customer's segment says to those who talk to them. */
export function CardTip({ tip: { persona, tip } }: CardTipProps) {
  const t = useTranslations("lookup");
  return (
    <p className="flex gap-2">
      <Lightbulb aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
      <span className="min-w-0 break-words">
        {tip} <span className="text-xs text-muted">{t("tipOf", { persona })}</span>
      </span>
    </p>
  );
}
