import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { IMPORT_KINDS, type ImportKind } from "#lib/imports/types.ts";
import type { ImportWork } from "#lib/operations/types.ts";

export type ImportWorkPanelProps = {
  imports: readonly ImportWork[];
  locale: string;
  timeZone: string;
};

/** Imports that wait, run or failed lately, by their ids. */
export function ImportWorkPanel({ imports, locale, timeZone }: ImportWorkPanelProps) {
  const t = useTranslations("operations");
  const title = t("imports", { count: imports.length });
  if (imports.length === 0) return <Panel title={title} caption={t("importsCaption")} />;
  return (
    <Panel title={title} caption={t("importsCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("import")}</Th>
            <Th>{t("workspace")}</Th>
            <Th>{t("state")}</Th>
            <Th align="end">{t("progress")}</Th>
            <Th>{t("since")}</Th>
          </tr>
        </thead>
        <tbody>
          {imports.map((row) => (
            <tr key={row.importId}>
              <RowTh>
                {isKind(row.kind) ? t(`kinds.${row.kind}`) : row.kind}{" "}
                <span className="font-mono text-2xs text-muted">{row.importId}</span>
              </RowTh>
              <Td className="font-mono text-2xs text-muted">{row.tenantId}</Td>
              <Td>{isStatus(row.status) ? t(`importStates.${row.status}`) : row.status}</Td>
              <Td align="end">{formatPercent(row.percent / 100, locale)}</Td>
              <Td className="whitespace-nowrap text-muted">
                {formatInstant(row.at, locale, timeZone)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function isKind(word: string): word is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === word);
}

function isStatus(word: string): word is "queued" | "running" | "undoing" | "failed" {
  return word === "queued" || word === "running" || word === "undoing" || word === "failed";
}
