import { useTranslations } from "next-intl";
import type { OrderRow } from "#lib/customers/types.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";

export type OrderLinesProps = { order: OrderRow; locale: string };

/** The lines of an order, folded away; nothing for one that came without. */
export function OrderLines({ order, locale }: OrderLinesProps) {
  const t = useTranslations("customers");
  const { lines, currency } = order;
  if (lines.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-xs font-medium text-primary underline-offset-2 hover:underline sm:min-h-6">
        {t("lines", { count: lines.length, isMore: String(order.hasMoreLines) })}
      </summary>
      <ul aria-label={t("linesOf", { order: order.externalId })} className="pt-1 pb-2 text-xs">
        {lines.map((line) => (
          <li key={line.id} className="py-1">
            <span className="block break-words text-text">
              {line.description ?? line.productCode ?? NO_VALUE}
            </span>
            <span className="text-muted tabular-nums">
              {t("linePrice", {
                quantity: formatNumber(line.quantity ?? 1, locale),
                price: formatMoney(line.unitPriceMinor, currency, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
