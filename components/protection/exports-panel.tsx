import { useTranslations } from "next-intl";
import { ActionButton } from "#components/account/action-button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ExportRow } from "#lib/protection/types.ts";

export type ExportsPanelProps = {
  tenant: string;
  /** Where the archives lie */
  href: string;
  exports: readonly ExportRow[];
  locale: string;
  timeZone: string;
  ask: FormAction<{ id: string }>;
};

/** Archives of everything, and the button that asks for one. */
export function ExportsPanel({ tenant, href, exports, locale, timeZone, ask }: ExportsPanelProps) {
  const t = useTranslations("protection");
  const at = (instant: string | null) => formatInstant(instant, locale, timeZone);
  const button = (
    <ActionButton action={ask} fields={{ tenant }} done={t("exportAsked")}>
      {t("askExport")}
    </ActionButton>
  );
  return (
    <Panel title={t("exportTitle")} caption={t("exportCaption")} footer={button} hasPadding={false}>
      {exports.length > 0 && (
        <Table label={t("exportTitle")}>
          <thead>
            <tr>
              <Th>{t("askedAt")}</Th>
              <Th>{t("status")}</Th>
              <Th align="end">{t("rows")}</Th>
              <Th align="end">{t("size")}</Th>
              <Th>{t("until")}</Th>
              <Th align="end">{t("file")}</Th>
            </tr>
          </thead>
          <tbody>
            {exports.map((row) => (
              <tr key={row.id}>
                <RowTh className="whitespace-nowrap">{at(row.createdAt)}</RowTh>
                <Td>{t(`statuses.${row.status}`)}</Td>
                <Td align="end">{formatNumber(row.rowCount, locale)}</Td>
                <Td align="end">{formatBytes(row.byteCount, locale)}</Td>
                <Td className="whitespace-nowrap text-muted">{at(row.expiresAt)}</Td>
                <Td align="end">
                  {row.status === "ready" && (
                    <Link
                      href={`${href}/${row.id}`}
                      prefetch={false}
                      aria-label={t("downloadOf", { when: at(row.createdAt) })}
                      className="inline-flex min-h-6 items-center"
                    >
                      {t("download")}
                    </Link>
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
