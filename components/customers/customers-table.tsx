import { useTranslations } from "next-intl";
import { CopySelection } from "#components/ui/copy-selection.tsx";
import { ExportSelection } from "#components/ui/export-selection.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Selection } from "#components/ui/selection.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { Table } from "#components/ui/table.tsx";
import type { CustomerQuery } from "#lib/customers/filter.ts";
import type { CustomerListRow } from "#lib/customers/types.ts";
import { CustomerRow } from "./customer-row.tsx";
import { CustomersHead } from "./customers-head.tsx";
import { phoneAmount, shownColumns } from "./shown-columns.ts";

export type CustomersTableProps = {
  customers: readonly CustomerListRow[];
  query: CustomerQuery;
  /** The list without a filter */
  href: string;
  formats: { locale: string; currency: string };
  /** Off for those who may not read value */
  hasRevenue: boolean;
  /** Off until the margin is set */
  hasProfit: boolean;
  /** Whether rows can be chosen and taken away */
  mayExport: boolean;
};

/** Customers, one a row: who, which segment, how many orders, how much, what is left of it, since when silent. */
export function CustomersTable(props: CustomersTableProps) {
  const { customers, query, href, formats, mayExport } = props;
  const t = useTranslations("customers");
  const columns = shownColumns(query.columns, props);
  const onPhone = phoneAmount(columns, query.sort);
  const ids = customers.map(({ id }) => id);
  return (
    <Selection key={ids.join()} formId="chosen-customers" ids={ids}>
      <Panel hasPadding={false}>
        <Table label={t("title")} isList>
          <CustomersHead {...props} columns={columns} onPhone={onPhone} />
          <tbody>
            {customers.map((customer) => (
              <CustomerRow
                key={customer.id}
                customer={customer}
                href={`${href}/${customer.id}`}
                formats={formats}
                columns={columns}
                onPhone={onPhone}
                isSelectable={mayExport}
              />
            ))}
          </tbody>
        </Table>
      </Panel>
      {mayExport && (
        <SelectionBar action={`${href}/export`}>
          <CopySelection href={`${href}/export`} />
          <ExportSelection />
        </SelectionBar>
      )}
    </Selection>
  );
}
