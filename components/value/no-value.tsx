import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ValueAbsence } from "#lib/value/types.ts";
import { ValueWaiting } from "./value-waiting.tsx";

export type NoValueProps = {
  absence: ValueAbsence;
  /** Where orders are imported; null for those who may not */
  importHref: string | null;
  /** Asks for a computation where none is on its way; null for those who may not */
  computeAgain: ReactNode;
};

/** Why there is nothing to show, and the way out. */
export function NoValue({ absence, importHref, computeAgain }: NoValueProps) {
  const t = useTranslations("value");
  if (absence === "computing") {
    return (
      <EmptyState kind="nothing-yet" title={t("computingTitle")}>
        {t("computingText")}
        <ValueWaiting />
      </EmptyState>
    );
  }
  if (absence === "older") {
    return (
      <EmptyState kind="nothing-yet" title={t("olderTitle")} actions={computeAgain}>
        {t("olderText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("noOrdersTitle")}
      actions={
        importHref && (
          <ButtonLink href={importHref} variant="primary">
            {t("importOrders")}
          </ButtonLink>
        )
      }
    >
      {t("noOrdersText")}
    </EmptyState>
  );
}
