import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { customerQueryOf } from "#lib/records/filter.ts";
import { recordsHref } from "./record-places.ts";
import { RecordsTable, type RecordsTableProps } from "./records-table.tsx";

export type CustomerRecordsPanelProps = Omit<RecordsTableProps, "isOfOne"> & {
  /** The customer's */
  number: string;
};

/** The last records of a kind that a customer has, and the way to all of them. */
export function CustomerRecordsPanel({ number, ...table }: CustomerRecordsPanelProps) {
  const { kind, slug } = table;
  const t = useTranslations("records");
  return (
    <Panel
      title={t("ofCustomer", { kind })}
      hasPadding={false}
      actions={
        <ButtonLink
          href={recordsHref(slug, kind) + customerQueryOf(number)}
          variant="quiet"
          size="sm"
        >
          {t("allOfCustomer", { kind })}
        </ButtonLink>
      }
    >
      <RecordsTable {...table} isOfOne />
    </Panel>
  );
}
