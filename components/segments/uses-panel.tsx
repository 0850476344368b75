import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import type { SegmentDetail } from "#lib/segments/segment-types.ts";
import { StandingForm } from "./segment-forms.tsx";
import { UseRow } from "./use-row.tsx";

export type UsesPanelProps = {
  segment: SegmentDetail;
  tenant: string;
  locale: string;
  /** null for who may only read */
  actions: { archive: FormAction; restore: FormAction; remove: FormAction } | null;
};

/** What a segment is used by, and so what would break without it; and the ways to put it away. */
export function UsesPanel({ segment, tenant, locale, actions }: UsesPanelProps) {
  const t = useTranslations("segmentation.manage");
  const { uses, isArchived } = segment;
  const isKept = uses.some(({ kind }) => kind !== "target");
  return (
    <Panel title={t("usedBy")}>
      {uses.length === 0 ? (
        <p className="text-xs text-muted">{t("unused")}</p>
      ) : (
        <ul className="grid gap-2">
          {uses.map((use) => (
            <UseRow
              key={use.kind}
              {...{ use, tenant, locale }}
              segmentId={segment.id}
              hasWays={actions !== null}
            />
          ))}
        </ul>
      )}
      {actions && (
        <div className="no-print mt-4 grid gap-3 border-t border-hairline pt-4">
          <StandingForm
            tenant={tenant}
            segment={segment}
            action={isArchived ? actions.restore : actions.archive}
            submitLabel={t(isArchived ? "restore" : "archive")}
          />
          {isKept ? (
            <p className="text-2xs text-muted">{t("notDeleted")}</p>
          ) : (
            <details>
              <SummaryLine isSmall>{t("deleteTitle")}</SummaryLine>
              <p className="mt-1 mb-3 text-xs text-muted">{t("deleteText")}</p>
              <StandingForm
                tenant={tenant}
                segment={segment}
                action={actions.remove}
                submitLabel={t("delete")}
                variant="danger"
              />
            </details>
          )}
        </div>
      )}
    </Panel>
  );
}
