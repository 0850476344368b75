import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { cx } from "#lib/class-names.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportView, RejectGroup } from "#lib/imports/views.ts";

export type RejectsPanelProps = {
  entry: ImportView;
  groups: readonly RejectGroup[];
  /** The reject file */
  downloadUrl: string;
  /** false hides what bad cells hold */
  mayReadPersonalData: boolean;
  locale: string;
  footer?: ReactNode;
};

/** Why rows stayed out: by reason, with a line to look at. */
export function RejectsPanel(props: RejectsPanelProps) {
  const { entry, groups, downloadUrl, mayReadPersonalData, locale, footer } = props;
  const t = useTranslations("imports");
  const { isDryRun } = entry;
  const { rejected, created, updated, unchanged } = entry.counts;
  if (rejected === 0) {
    return (
      <Panel
        title={t(isDryRun ? "rejectsNoneDry" : "rejectsNone")}
        hasPadding={false}
        footer={footer}
      />
    );
  }
  const others = created + updated + unchanged;
  // One of each reason is no pattern to point at.
  const most = groups.length > 1 ? (groups[0]?.count ?? 0) : 0;
  const top = most > 1 ? most : 0;
  return (
    <Panel
      title={t(isDryRun ? "rejectsSomeDry" : "rejectsSome", {
        count: rejected,
        rows: formatNumber(rejected, locale),
        top,
        most: formatNumber(top, locale),
      })}
      caption={t(isDryRun ? "rejectsRest" : "rejectsRestDone", {
        kind: entry.kind,
        count: others,
        rows: formatNumber(others, locale),
      })}
      actions={
        <a href={downloadUrl} download className={buttonStyle({ variant: "quiet", size: "sm" })}>
          <Download />
          {t("allWithReasons", { count: rejected, rows: formatNumber(rejected, locale) })}
        </a>
      }
      hasPadding={false}
      footer={footer}
    >
      <RejectsTable groups={groups} mayReadPersonalData={mayReadPersonalData} locale={locale} />
    </Panel>
  );
}

type RejectsTableProps = Pick<RejectsPanelProps, "groups" | "mayReadPersonalData" | "locale">;

/** On a phone each reason is a block: line, column, value and reason one below the other. */
function RejectsTable({ groups, mayReadPersonalData, locale }: RejectsTableProps) {
  const t = useTranslations("imports");
  return (
    <Table label={t("rejectsTable")} className="max-sm:block max-sm:*:block">
      <thead className="max-sm:hidden!">
        <tr>
          <Th align="end">{t("rejectLine")}</Th>
          <Th>{t("rejectColumn")}</Th>
          <Th>{t("rejectValue")}</Th>
          <Th>{t("rejectReason")}</Th>
          <Th align="end">{t("rejectLike")}</Th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ example, reason, count }) => (
          <tr key={`${reason} ${example.column}`} className={ROW}>
            <RowTh align="end" className={cx(CELL, "text-muted")}>
              <CellName>{t("rejectLine")}</CellName>
              {formatNumber(example.line, locale)}
            </RowTh>
            <Td className={cx(CELL, "font-mono text-2xs")}>
              <CellName>{t("rejectColumn")}</CellName>
              {example.column || t("wholeRow")}
            </Td>
            <Td className={CELL}>
              <CellName>{t("rejectValue")}</CellName>
              <BadValue value={example.value} isHidden={!mayReadPersonalData} />
            </Td>
            <Td className={cx(CELL, "sm:min-w-48")}>
              <CellName>{t("rejectReason")}</CellName>
              <span className="min-w-0 flex-1">{reason}</span>
            </Td>
            <Td align="end" className={CELL}>
              <CellName>{t("rejectLike")}</CellName>
              {formatNumber(count, locale)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const ROW =
  "max-sm:block max-sm:border-b max-sm:border-hairline max-sm:py-2 max-sm:last:border-b-0";
const CELL =
  "max-sm:flex max-sm:h-auto max-sm:items-baseline max-sm:gap-3 max-sm:border-b-0 max-sm:px-4 max-sm:text-start";

/** The head of a cell where the heads of columns are not shown. */
function CellName({ children }: { children: ReactNode }) {
  return <span className="w-28 shrink-0 font-sans text-2xs text-muted sm:hidden">{children}</span>;
}

function BadValue({ value, isHidden }: { value: string; isHidden: boolean }) {
  const t = useTranslations("imports");
  if (isHidden) return <span className="text-muted">{t("hiddenValue")}</span>;
  if (value === "") return <span className="text-muted">–</span>;
  return (
    <code className="inline-block max-w-56 truncate rounded-xs bg-tint-bad px-1.5 py-0.5 align-middle font-mono text-2xs">
      {value}
    </code>
  );
}
