import Link from "next/link";
import { useTranslations } from "next-intl";
import { SelectAllRows } from "#components/ui/select-all-rows.tsx";
import { type SortLinkProps, Th } from "#components/ui/table.tsx";
import { type CustomerQuery, customersAddress } from "#lib/customers/filter.ts";
import type { CustomerColumn, CustomerSort } from "#lib/customers/types.ts";
import type { AmountColumn } from "./shown-columns.ts";

export type CustomersHeadProps = {
  query: CustomerQuery;
  /** The list without a filter */
  href: string;
  /** Off for those who may not read value, whose list is by number */
  hasRevenue: boolean;
  mayExport: boolean;
  columns: readonly CustomerColumn[];
  /** The one amount that a phone has room for */
  onPhone: AmountColumn | null;
};

/** The head of the customers; who, and each amount, sorts the list. Profit once more: the least first. */
export function CustomersHead(props: CustomersHeadProps) {
  const { query, href, hasRevenue, mayExport, columns, onPhone } = props;
  const t = useTranslations("customers");
  const sort = hasRevenue ? query.sort : "number";
  const to = (next: CustomerSort) => href + customersAddress.write({ ...query, sort: next });
  const hasOneAmount = columns.includes("revenue") !== columns.includes("profit");
  const amount = (column: AmountColumn) =>
    columns.includes(column) && (
      <Th
        align="end"
        sort={sortOf(column, sort, to)}
        className={column === onPhone ? "" : "max-sm:hidden"}
        note={hasOneAmount ? null : <OtherAmount column={column} to={to} />}
      >
        {t(column)}
      </Th>
    );
  return (
    <thead>
      <tr>
        {mayExport && (
          <Th className="w-8 pe-0!">
            <SelectAllRows />
          </Th>
        )}
        <Th sort={{ href: to("number"), direction: sort === "number" ? "ascending" : null }}>
          {t("customer")}
        </Th>
        {columns.includes("segment") && <Th className="max-sm:hidden">{t("segment")}</Th>}
        {columns.includes("orders") && (
          <Th align="end" className="max-sm:hidden">
            {t("orders")}
          </Th>
        )}
        {amount("revenue")}
        {amount("profit")}
        {columns.includes("lastOrder") && (
          <Th align="end" className={onPhone ? "max-sm:hidden" : ""}>
            {t("lastOrder")}
          </Th>
        )}
      </tr>
    </thead>
  );
}

type To = (sort: CustomerSort) => string;

function sortOf(column: AmountColumn, sort: CustomerSort, to: To): SortLinkProps {
  const direction = sort === column ? "descending" : null;
  if (column === "revenue") return { href: to("revenue"), direction };
  if (sort === "least_profit") return { href: to("profit"), direction: "ascending" };
  return { href: to(direction ? "least_profit" : "profit"), direction };
}

/** On a phone the amount that has no room beside this one; choosing it sorts by it and shows it. */
function OtherAmount({ column, to }: { column: AmountColumn; to: To }) {
  const t = useTranslations("customers");
  const other = column === "revenue" ? "profit" : "revenue";
  return (
    <Link
      href={to(other)}
      className="ms-auto flex min-h-6 w-fit items-center font-normal underline underline-offset-2 sm:hidden"
    >
      {t(other)}
    </Link>
  );
}
