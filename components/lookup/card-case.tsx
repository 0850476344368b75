import { useTranslations } from "next-intl";
import { NextStep } from "#components/watchlist/case-cell.tsx";
import type { CaseSummary } from "#lib/defection/types.ts";

export type CardCaseProps = { open: CaseSummary; locale: string };

/** That somebody works on keeping this customer, and what comes next: whoever speaks with them can help. */
export function CardCase({ open, locale }: CardCaseProps) {
  const t = useTranslations("watchlist.card");
  const who = open.responsible?.name;
  return (
    <section className="space-y-1 rounded-md border border-hairline bg-surface p-4">
      <h2>{t("title")}</h2>
      <p>{who === undefined ? t("nobody") : t("text", { who })}</p>
      <NextStep latest={open} locale={locale} />
    </section>
  );
}
