import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { MeasuredNeed } from "#lib/needs/types.ts";
import { StandingForm } from "./need-forms.tsx";

export type ArchivedNeedsProps = {
  needs: readonly MeasuredNeed[];
  tenant: string;
  /** null for who may only read */
  restore: FormAction | null;
};

/** Needs that were put away, and the way back. */
export function ArchivedNeeds({ needs, tenant, restore }: ArchivedNeedsProps) {
  const t = useTranslations("needs");
  return (
    <Panel title={t("archived")} caption={t("archivedCaption")} hasPadding={false}>
      <Table label={t("archived")}>
        <thead>
          <tr>
            <Th>{t("need")}</Th>
            <Th align="end">
              <span className="sr-only">{t("actions")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id}>
              <RowTh>
                <Link
                  isPlain
                  href={`/w/${tenant}/needs/${need.id}`}
                  className="inline-flex min-h-11 items-center wrap-anywhere whitespace-normal sm:min-h-6"
                >
                  {need.statement}
                </Link>
              </RowTh>
              <Td align="end" className="whitespace-nowrap">
                {restore && (
                  <div className="flex justify-end">
                    <StandingForm
                      tenant={tenant}
                      need={need}
                      action={restore}
                      submitLabel={t("restoreSubmit")}
                      describedAs={t("restoreNamed", { statement: need.statement })}
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
