import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ValueWaiting } from "#components/value/value-waiting.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { LEAST_CUSTOMERS } from "#lib/segments/suggestions/types.ts";

export type NoSuggestionsProps = {
  slug: string;
  /** Customers with orders, where they are too few */
  reason: { kind: "none" } | { kind: "waiting" } | { kind: "few"; customers: number };
  locale: string;
  /** null for those who may only read */
  look: FormAction<void> | null;
};

/** Why there is no suggestion, and the way to one. */
export function NoSuggestions({ slug, reason, locale, look }: NoSuggestionsProps) {
  const t = useTranslations("suggestions");
  if (reason.kind === "waiting") {
    return (
      <EmptyState kind="nothing-yet" title={t("waitingTitle")}>
        {t("waitingText")}
        <ValueWaiting />
      </EmptyState>
    );
  }
  if (reason.kind === "few") {
    return (
      <EmptyState kind="nothing-yet" title={t("fewTitle")}>
        {t("fewText", {
          count: reason.customers,
          customers: formatNumber(reason.customers, locale),
          least: formatNumber(LEAST_CUSTOMERS, locale),
        })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={t("emptyTitle")}
      actions={
        look && (
          <ActionForm
            action={look}
            hidden={{ tenant: slug }}
            submitLabel={t("look")}
            variant="primary"
            isInline
          />
        )
      }
    >
      {t(look ? "lookText" : "emptyReadOnly")}
    </EmptyState>
  );
}
