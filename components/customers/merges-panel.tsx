import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CustomerMergeView } from "#lib/customers/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { UnmergeForm } from "./unmerge-form.tsx";

export type MergesPanelProps = {
  merges: readonly CustomerMergeView[];
  tenant: string;
  formats: { locale: string; timeZone: string };
  /** null for those who may not take a merge back */
  action: FormAction | null;
};

/** Customers that were found to be this one. */
export function MergesPanel({ merges, tenant, formats, action }: MergesPanelProps) {
  const t = useTranslations("customers");
  return (
    <Panel title={t("merged.title")}>
      <ul className="space-y-3">
        {merges.map(({ id, externalId, name, orders, mergedAt, mergedBy, isLast }) => (
          <li key={id}>
            <p className="font-medium break-words">
              {t("merged.line", { number: externalId, name: name ?? "none" })}
            </p>
            <p className="text-2xs text-muted">
              {t("merged.told", {
                orders,
                person: mergedBy ?? "none",
                when: formatInstant(mergedAt, formats.locale, formats.timeZone),
              })}
            </p>
            {action && isLast && (
              <UnmergeForm tenant={tenant} mergeId={id} number={externalId} action={action} />
            )}
            {action && !isLast && <p className="text-2xs text-muted">{t("merged.later")}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
