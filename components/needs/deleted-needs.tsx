import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { DeletedNeed } from "#lib/needs/types.ts";

export type DeletedNeedsProps = {
  needs: readonly DeletedNeed[];
  tenant: string;
  formats: { locale: string; timeZone: string };
  bringBack: FormAction;
};

/** Needs that were deleted within the last day, and the way back; nothing where there is none. */
export function DeletedNeeds({ needs, tenant, formats, bringBack }: DeletedNeedsProps) {
  const t = useTranslations("needs");
  if (needs.length === 0) return null;
  const at = (instant: string) => formatInstant(instant, formats.locale, formats.timeZone);
  return (
    <Panel title={t("deleted")} caption={t("deletedCaption")} hasPadding={false}>
      <Table label={t("deleted")}>
        <thead>
          <tr>
            <Th>{t("need")}</Th>
            <Th className="max-sm:hidden">{t("deletedAt")}</Th>
            <Th className="max-sm:hidden">{t("deletedUntil")}</Th>
            <Th align="end">
              <span className="sr-only">{t("actions")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {needs.map(({ id, statement, deletedAt, until }) => (
            <tr key={id}>
              <RowTh>
                <span className="block py-1 break-words">{statement}</span>
                <span className="block text-2xs font-normal text-muted sm:hidden">
                  {t("until", { at: at(until) })}
                </span>
              </RowTh>
              <Td className="whitespace-nowrap max-sm:hidden">{at(deletedAt)}</Td>
              <Td className="whitespace-nowrap max-sm:hidden">{at(until)}</Td>
              <Td align="end">
                <div className="flex justify-end">
                  <ActionForm
                    action={bringBack}
                    hidden={{ tenant, needId: id }}
                    submitLabel={t("bringBack")}
                    describedAs={t("bringBackNamed", { statement })}
                  />
                </div>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
