import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SelectRow } from "#components/ui/select-row.tsx";
import { RowTh, Td } from "#components/ui/table.tsx";
import { SegmentChip } from "#components/value/segment-chip.tsx";
import type { CustomerColumn, CustomerListRow } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { AmountColumn } from "./shown-columns.ts";

const AMOUNTS = ["revenue", "profit"] as const;

export type CustomerRowProps = {
  customer: CustomerListRow;
  href: string;
  formats: { locale: string; currency: string };
  columns: readonly CustomerColumn[];
  /** The one amount that a phone has room for; the day of the last order stands under it there */
  onPhone: AmountColumn | null;
  isSelectable: boolean;
};

/** One customer of the list. */
export function CustomerRow({ customer, href, isSelectable, ...cells }: CustomerRowProps) {
  const lists = useTranslations("lists");
  const name = customer.name ?? customer.externalId;
  return (
    <tr>
      {isSelectable && (
        <Td className="w-8 pe-0!">
          <SelectRow id={customer.id} label={lists("selectRow", { name })} />
        </Td>
      )}
      <RowTh className="py-1.5 leading-4">
        <Link href={href} isPlain className="-my-1 inline-block py-1">
          {name}
        </Link>
        <CustomerSubline customer={customer} hasSegment={cells.columns.includes("segment")} />
      </RowTh>
      <CustomerCells customer={customer} {...cells} />
    </tr>
  );
}

type CustomerCellsProps = Pick<CustomerRowProps, "customer" | "formats" | "columns" | "onPhone">;

function CustomerCells({ customer, formats, columns, onPhone }: CustomerCellsProps) {
  const t = useTranslations("customers");
  const { locale, currency } = formats;
  const { segment, orderCount, lastOrderedOn } = customer;
  const has = (column: CustomerColumn) => columns.includes(column);
  return (
    <>
      {has("segment") && (
        <Td className="max-sm:hidden">
          {segment ? (
            <SegmentChip segment={segment} />
          ) : (
            <span className="text-2xs text-muted">{t("notComputed")}</span>
          )}
        </Td>
      )}
      {has("orders") && (
        <Td align="end" className="max-sm:hidden">
          {formatNumber(orderCount, locale)}
        </Td>
      )}
      {AMOUNTS.filter(has).map((column) => (
        <Td
          key={column}
          align="end"
          className={`whitespace-nowrap ${column === onPhone ? "" : "max-sm:hidden"}`}
        >
          {formatMoney(customer[`${column}Minor`], currency, locale)}
          {has("lastOrder") && (
            <span className="block text-2xs text-muted sm:hidden">
              {formatDay(lastOrderedOn, locale)}
            </span>
          )}
        </Td>
      ))}
      {has("lastOrder") && (
        <Td align="end" className={`whitespace-nowrap ${onPhone ? "max-sm:hidden" : ""}`}>
          {formatDay(lastOrderedOn, locale)}
        </Td>
      )}
    </>
  );
}

type CustomerSublineProps = { customer: CustomerListRow; hasSegment: boolean };

/** Under the name its number; under a number why there is no name. On a phone the segment stands here too. */
function CustomerSubline({ customer, hasSegment }: CustomerSublineProps) {
  const t = useTranslations("customers");
  const names = useTranslations("value");
  const { name, externalId, isMasked, segment } = customer;
  const missing = isMasked ? t("hiddenName") : t("noName");
  return (
    <span className="block text-2xs font-normal text-muted">
      {name === null ? missing : externalId}
      {segment && hasSegment && (
        <span className="sm:hidden"> · {names(`segments.${segment}`)}</span>
      )}
    </span>
  );
}
