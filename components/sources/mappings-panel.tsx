import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";

export type MappingsPanelProps = {
  mappings: readonly SavedMapping[];
  tenant: string;
  formats: { locale: string; timeZone: string };
  /** null for who may not import */
  forget: FormAction | null;
};

/** How files of a source were mapped, each to be forgotten. */
export function MappingsPanel({ mappings, tenant, formats, forget }: MappingsPanelProps) {
  const t = useTranslations("sources");
  const title = t("mappingsTitle", { count: mappings.length });
  return (
    <Panel title={title} caption={t("mappingsCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("mappingFile")}</Th>
            <Th className="max-sm:hidden">{t("mappingHeaders")}</Th>
            <Th className="max-sm:hidden">{t("mappingUsed")}</Th>
            <Th align="end">
              <span className="sr-only">{t("actions")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {mappings.map(({ id, kind, fileName, headers, usedAt }) => (
            <tr key={id}>
              <RowTh className="py-2 align-top">
                <span className="block max-w-60 break-all">{fileName}</span>
                <span className="block text-2xs font-normal text-muted">{t(`rows_${kind}`)}</span>
              </RowTh>
              <Td className="max-w-80 py-2 align-top max-sm:hidden">
                <span className="line-clamp-2 font-mono text-2xs text-muted">
                  {headers.join(", ")}
                </span>
              </Td>
              <Td className="py-2 align-top whitespace-nowrap text-muted max-sm:hidden">
                {formatInstant(usedAt, formats.locale, formats.timeZone)}
              </Td>
              <Td align="end" className="py-2 align-top">
                {forget && (
                  <div className="flex justify-end">
                    <ActionForm
                      action={forget}
                      hidden={{ tenant, mappingId: id }}
                      submitLabel={t("mappingForget")}
                      describedAs={t("mappingForgetOf", { file: fileName })}
                      variant="quiet"
                    />
                  </div>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
