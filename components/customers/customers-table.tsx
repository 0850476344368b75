import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { SegmentChip } from "#components/value/segment-chip.tsx";
import { customerQuery } from "#lib/customers/filter.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type CustomersTableProps = {
  customers: readonly CustomerListRow[];
  filter: CustomerFilter;
  /** The list without a filter */
  href: string;
  formats: { locale: string; currency: string };
  /** Off for those who may not read value */
  hasRevenue: boolean;
};

/** Customers, one a row: who, which segment, how many orders, how much, since when silent. */
export function CustomersTable(props: CustomersTableProps) {
  const { customers, filter, href, formats, hasRevenue } = props;
  const t = useTranslations("customers");
  const isByNumber = filter.sort === "number" || !hasRevenue;
  return (
    <Panel hasPadding={false}>
      <Table label={t("title")}>
        <thead>
          <tr>
            <Th
              sort={{
                href: href + customerQuery({ ...filter, sort: "number" }),
                direction: isByNumber ? "ascending" : null,
              }}
            >
              {t("customer")}
            </Th>
            <Th className="max-sm:hidden">{t("segment")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("orders")}
            </Th>
            {hasRevenue && (
              <Th
                align="end"
                sort={{
                  href: href + customerQuery({ ...filter, sort: "revenue" }),
                  direction: isByNumber ? null : "descending",
                }}
              >
                {t("revenue")}
              </Th>
            )}
            <Th align="end" className={hasRevenue ? "max-sm:hidden" : ""}>
              {t("lastOrder")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <CustomerRow
              key={customer.id}
              customer={customer}
              href={`${href}/${customer.id}`}
              formats={formats}
              hasRevenue={hasRevenue}
            />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type CustomerRowProps = Pick<CustomersTableProps, "formats" | "hasRevenue"> & {
  customer: CustomerListRow;
  href: string;
};

function CustomerRow({ customer, href, formats, hasRevenue }: CustomerRowProps) {
  const t = useTranslations("customers");
  const { locale, currency } = formats;
  const { segment, lastOrderedOn } = customer;
  return (
    <tr>
      <RowTh className="py-1.5 leading-4">
        <Link href={href} isPlain className="inline-block min-h-6 content-center sm:min-h-0">
          {customer.name ?? customer.externalId}
        </Link>
        <CustomerSubline customer={customer} />
      </RowTh>
      <Td className="max-sm:hidden">
        {segment ? (
          <SegmentChip segment={segment} />
        ) : (
          <span className="text-2xs text-muted">{t("notComputed")}</span>
        )}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {formatNumber(customer.orderCount, locale)}
      </Td>
      {hasRevenue && (
        <Td align="end" className="whitespace-nowrap">
          {formatMoney(customer.revenueMinor, currency, locale)}
          <span className="block text-2xs text-muted sm:hidden">
            {formatDay(lastOrderedOn, locale)}
          </span>
        </Td>
      )}
      <Td align="end" className={`whitespace-nowrap ${hasRevenue ? "max-sm:hidden" : ""}`}>
        {formatDay(lastOrderedOn, locale)}
      </Td>
    </tr>
  );
}

/** Under the name its number; under a number why there is no name. On a phone the segment stands here too. */
function CustomerSubline({ customer }: { customer: CustomerListRow }) {
  const t = useTranslations("customers");
  const names = useTranslations("value");
  const { name, externalId, isMasked, segment } = customer;
  const missing = isMasked ? t("hiddenName") : t("noName");
  return (
    <span className="block text-2xs font-normal text-muted">
      {name === null ? missing : externalId}
      {segment && <span className="sm:hidden"> · {names(`segments.${segment}`)}</span>}
    </span>
  );
}
