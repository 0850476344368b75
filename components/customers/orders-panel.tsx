import { useTranslations } from "next-intl";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { OrderMonth, OrderRow } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { OrderLines } from "./order-lines.tsx";
import { OrderMonths } from "./order-months.tsx";

export type OrdersPanelProps = {
  orders: readonly OrderRow[];
  /** Every month from the first order to the last */
  months: readonly OrderMonth[];
  locale: string;
  /** Addresses of the first page and of the next; null where there is none */
  first: string | null;
  next: string | null;
};

/** A customer's orders: when, and what. */
export function OrdersPanel({ orders, months, locale, first, next }: OrdersPanelProps) {
  const t = useTranslations("customers");
  const count = months.reduce((sum, month) => sum + month.orders, 0);
  const active = months.filter((month) => month.orders > 0).length;
  return (
    <Panel
      title={
        months.length > 1 ? t("monthsFinding", { active, months: months.length }) : t("ordersTitle")
      }
      caption={t("monthsCaption", { orders: formatNumber(count, locale) })}
      hasPadding={false}
    >
      {months.length > 1 && (
        <div className="px-4 pt-2 pb-4 sm:px-5">
          <OrderMonths months={months} locale={locale} />
        </div>
      )}
      <Table label={t("ordersTitle")}>
        <OrderRows orders={orders} locale={locale} />
      </Table>
      <div className="p-3 empty:hidden">
        <Pager label={t("orders")} first={first} next={next} />
      </div>
    </Panel>
  );
}

function OrderRows({ orders, locale }: Pick<OrdersPanelProps, "orders" | "locale">) {
  const t = useTranslations("customers");
  return (
    <>
      <thead>
        <tr>
          <Th>{t("day")}</Th>
          <Th>{t("order")}</Th>
          <Th className="max-sm:hidden">{t("product")}</Th>
          <Th className="max-sm:hidden">{t("channel")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("quantity")}
          </Th>
          <Th align="end">{t("amount")}</Th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <RowTh className="whitespace-nowrap">{formatDay(order.orderedOn, locale)}</RowTh>
            <Td className={order.hasOwnNumber ? "break-all" : "text-muted"}>
              {order.hasOwnNumber ? order.externalId : t("noOrderNumber")}
              <OrderLines order={order} locale={locale} />
            </Td>
            <Td className="max-sm:hidden">{order.productCode ?? NO_VALUE}</Td>
            <Td className="max-sm:hidden">{order.channel ?? NO_VALUE}</Td>
            <Td align="end" className="max-sm:hidden">
              {formatNumber(order.quantity, locale)}
            </Td>
            <Td align="end" className="whitespace-nowrap">
              {formatMoney(order.amountMinor, order.currency, locale)}
              {order.returnedMinor > 0 && (
                <span className="block whitespace-normal text-2xs text-muted">
                  {t("ofReturned", {
                    gross: formatMoney(order.grossMinor, order.currency, locale),
                    returned: formatMoney(order.returnedMinor, order.currency, locale),
                  })}
                </span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
