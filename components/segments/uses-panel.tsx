import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SummaryLine } from "#components/ui/summary-line.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { SegmentDetail, SegmentUse, SegmentUseKind } from "#lib/segments/segment-types.ts";
import { StandingForm } from "./segment-forms.tsx";

export type UsesPanelProps = {
  segment: SegmentDetail;
  tenant: string;
  locale: string;
  /** null for who may only read */
  actions: { archive: FormAction; restore: FormAction; remove: FormAction } | null;
};

/** Where those that name a segment are seen, after "/w/<workspace>"; null where they are on many pages. */
function placeOf(kind: SegmentUseKind, segmentId: string): string | null {
  switch (kind) {
    case "needs":
    case "personae":
      return `/${kind}?segment=${segmentId}`;
    case "deletedNeeds":
      return "/needs";
    case "interviews":
    case "deletedInterviews":
      return "/personae/interviews";
    case "signals":
      return "/listening";
    case "complaints":
      return "/data/records/complaints";
    case "winLoss":
      return "/data/records/win_loss";
    case "evidence":
      return null;
    case "primary":
      return "/segments";
    case "target":
      return `/segments/targeting/${segmentId}`;
  }
}

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
        <ul className="grid gap-1">
          {uses.map((use) => (
            <UseRow key={use.kind} {...{ use, tenant, locale }} segmentId={segment.id} />
          ))}
        </ul>
      )}
      {actions && (
        <div className="mt-4 grid gap-3 border-t border-hairline pt-4">
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

type UseRowProps = { use: SegmentUse; segmentId: string; tenant: string; locale: string };

function UseRow({ use, segmentId, tenant, locale }: UseRowProps) {
  const t = useTranslations("segmentation.manage");
  const { kind, count } = use;
  const place = placeOf(kind, segmentId);
  const text = t(`uses.${kind}`, { count, number: formatNumber(count, locale) });
  return (
    <li className="text-xs">
      {place === null ? (
        text
      ) : (
        <Link href={`/w/${tenant}${place}`} className="inline-flex min-h-6 items-center">
          {text}
        </Link>
      )}
    </li>
  );
}
