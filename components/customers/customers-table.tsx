import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { CopySelection } from "#components/ui/copy-selection.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SelectAllRows } from "#components/ui/select-all-rows.tsx";
import { Selection } from "#components/ui/selection.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { Table, Th } from "#components/ui/table.tsx";
import { type CustomerQuery, customerQuery } from "#lib/customers/filter.ts";
import type { CustomerColumn, CustomerListRow, CustomerSort } from "#lib/customers/types.ts";
import { CustomerRow } from "./customer-row.tsx";

export type CustomersTableProps = {
  customers: readonly CustomerListRow[];
  query: CustomerQuery;
  /** The list without a filter */
  href: string;
  formats: { locale: string; currency: string };
  /** Off for those who may not read value */
  hasRevenue: boolean;
  /** Whether rows can be chosen and taken away */
  mayExport: boolean;
};

/** Customers, one a row: who, which segment, how many orders, how much, since when silent. */
export function CustomersTable(props: CustomersTableProps) {
  const { customers, query, href, formats, hasRevenue, mayExport } = props;
  const t = useTranslations("customers");
  const lists = useTranslations("lists");
  const columns = query.columns.filter((column) => column !== "revenue" || hasRevenue);
  const ids = customers.map(({ id }) => id);
  return (
    <Selection key={ids.join()} formId="chosen-customers" ids={ids}>
      <Panel hasPadding={false}>
        <Table label={t("title")} isList>
          <CustomersHead {...props} columns={columns} />
          <tbody>
            {customers.map((customer) => (
              <CustomerRow
                key={customer.id}
                customer={customer}
                href={`${href}/${customer.id}`}
                formats={formats}
                columns={columns}
                isSelectable={mayExport}
              />
            ))}
          </tbody>
        </Table>
      </Panel>
      {mayExport && (
        <SelectionBar action={`${href}/export`}>
          <CopySelection href={`${href}/export`} />
          <Button type="submit">
            <Download />
            {lists("exportCsv")}
          </Button>
        </SelectionBar>
      )}
    </Selection>
  );
}

type CustomersHeadProps = Pick<
  CustomersTableProps,
  "query" | "href" | "hasRevenue" | "mayExport"
> & {
  columns: readonly CustomerColumn[];
};

function CustomersHead({ query, href, hasRevenue, mayExport, columns }: CustomersHeadProps) {
  const t = useTranslations("customers");
  const isByNumber = query.sort === "number" || !hasRevenue;
  const to = (sort: CustomerSort) => href + customerQuery({ ...query, sort });
  const byRevenue = { href: to("revenue"), direction: isByNumber ? null : "descending" } as const;
  return (
    <thead>
      <tr>
        {mayExport && (
          <Th className="w-8 pe-0!">
            <SelectAllRows />
          </Th>
        )}
        <Th sort={{ href: to("number"), direction: isByNumber ? "ascending" : null }}>
          {t("customer")}
        </Th>
        {columns.includes("segment") && <Th className="max-sm:hidden">{t("segment")}</Th>}
        {columns.includes("orders") && (
          <Th align="end" className="max-sm:hidden">
            {t("orders")}
          </Th>
        )}
        {columns.includes("revenue") && (
          <Th align="end" sort={byRevenue}>
            {t("revenue")}
          </Th>
        )}
        {columns.includes("lastOrder") && (
          <Th align="end" className={columns.includes("revenue") ? "max-sm:hidden" : ""}>
            {t("lastOrder")}
          </Th>
        )}
      </tr>
    </thead>
  );
}
