import { useTranslations } from "next-intl";
import { fieldWord } from "#components/imports/field-options.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ImportField } from "#lib/imports/types.ts";
import type { AddressPreview } from "#lib/source-fetch/types.ts";

/** The first rows of the file at an address, and how they would be read. */
export function AddressPreviewPanel({ preview }: { preview: AddressPreview }) {
  const t = useTranslations("sources");
  const words = useTranslations("imports");
  const { headers, rows, fileName, problem, isRemembered } = preview;
  const fieldName = (field: ImportField | null) =>
    field === null ? t("previewLeftOut") : words(fieldWord(field));
  const title = t("previewTitle", { count: rows.length, file: fileName });
  return (
    <Panel title={title} caption={t("previewCaption")} hasPadding={false}>
      <div role="status" className="px-4 pb-4 sm:px-5">
        {problem === null ? (
          <Notice tone="info">
            {t("previewGood")}
            {isRemembered && <p>{t("previewRemembered")}</p>}
          </Notice>
        ) : (
          <Notice tone="warn">
            <p className="font-medium">{problem}</p>
            <p>{t("previewProblem")}</p>
          </Notice>
        )}
      </div>
      {headers.length > 0 && (
        <Table label={title}>
          <thead>
            <tr>
              {headers.map((header, at) => (
                // Headers may repeat: the place of a column is what tells it apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <Th key={at}>
                  <span className="block font-mono">{header}</span>
                  {problem === null && (
                    <span className="block text-2xs font-normal">
                      {fieldName(preview.fields[at] ?? null)}
                    </span>
                  )}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
              <tr key={line}>
                {headers.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  <Td key={at} className="max-w-48 truncate font-mono text-2xs">
                    {cells[at] || "–"}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
