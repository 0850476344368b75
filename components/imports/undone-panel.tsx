import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { KeptRowGroup, UndoView } from "#lib/imports/views.ts";

export type UndonePanelProps = {
  undo: UndoView;
  groups: readonly KeptRowGroup[];
  /** The file of kept rows */
  downloadUrl: string;
  formats: { locale: string; timeZone: string };
};

/** What an undo took back, and the rows it left, with the reasons. */
export function UndonePanel({ undo, groups, downloadUrl, formats }: UndonePanelProps) {
  const t = useTranslations("imports");
  const { locale, timeZone } = formats;
  const { removed, restored, kept, undoneAt } = undo;
  const counted = {
    ...{ removed, removedRows: formatNumber(removed, locale) },
    ...{ restored, restoredRows: formatNumber(restored, locale) },
  };
  return (
    <Panel
      title={t("undoneTitle", { kept, keptRows: formatNumber(kept, locale) })}
      caption={[
        t("undoneCounts", counted),
        ...(undoneAt ? [formatInstant(undoneAt, locale, timeZone)] : []),
      ].join(" · ")}
      actions={
        kept > 0 && (
          <a href={downloadUrl} download className={buttonStyle({ variant: "quiet", size: "sm" })}>
            <Download />
            {t("allKept", { count: kept, rows: formatNumber(kept, locale) })}
          </a>
        )
      }
      hasPadding={false}
    >
      {kept > 0 && <KeptTable groups={groups} locale={locale} />}
    </Panel>
  );
}

function KeptTable({ groups, locale }: Pick<UndonePanelProps, "groups"> & { locale: string }) {
  const t = useTranslations("imports");
  return (
    <Table label={t("keptTable")}>
      <thead>
        <tr>
          <Th>{t("keptReason")}</Th>
          <Th>{t("keptKind")}</Th>
          <Th>{t("keptExample")}</Th>
          <Th align="end">{t("rejectLine")}</Th>
          <Th align="end">{t("rejectLike")}</Th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ count, example }) => (
          <tr key={`${example.kind} ${example.reason}`}>
            <RowTh className="min-w-48 font-normal">{example.reason}</RowTh>
            <Td>{t(`keptKind_${example.kind}`)}</Td>
            <Td className="font-mono text-2xs">{example.number || "–"}</Td>
            <Td align="end" className="text-muted">
              {formatNumber(example.line, locale)}
            </Td>
            <Td align="end">{formatNumber(count, locale)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
