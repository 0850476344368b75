import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { CountedSource } from "#lib/sources/types.ts";
import { StandingForm } from "./source-forms.tsx";

export type ArchivedSourcesProps = {
  sources: readonly CountedSource[];
  tenant: string;
  locale: string;
  /** null for who may only read */
  restore: FormAction | null;
};

/** Sources that were put away, and the way back. */
export function ArchivedSources({ sources, tenant, locale, restore }: ArchivedSourcesProps) {
  const t = useTranslations("sources");
  return (
    <Table label={t("archived")}>
      <thead>
        <tr>
          <Th>{t("source")}</Th>
          <Th align="end">{t("columnRows")}</Th>
          <Th align="end">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <RowTh>
              <Link
                isPlain
                href={`/w/${tenant}/data/sources/${source.id}`}
                className="inline-flex min-h-11 items-center sm:min-h-6"
              >
                {source.name}
              </Link>
            </RowTh>
            <Td align="end">{formatNumber(source.rowCount, locale)}</Td>
            <Td align="end">
              {restore && (
                <div className="flex justify-end">
                  <StandingForm
                    tenant={tenant}
                    source={source}
                    action={restore}
                    submitLabel={t("restoreSubmit", { name: source.name })}
                  />
                </div>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
