import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { Measure, MeasureName } from "#lib/segments/segment-measures.ts";

/** How a measure is written: shares as percent, CLV as money. */
export type MeasureWriter = (value: number | null) => string;

/** The writer of a measure, for a reader's language and the currency it was computed in. */
export function measureWriter(
  name: MeasureName,
  { locale, currency }: { locale: string; currency: string },
): MeasureWriter {
  switch (name) {
    case "clvPerCustomer":
      return (value) => formatMoney(value, currency, locale, "compact");
    case "nps":
      return (value) => formatNumber(value, locale, { isSigned: true });
    case "complaints":
      return (value) => formatNumber(value, locale, { digits: 1 });
    case "shareOfCustomers":
    case "shareOfClv":
    case "leaving":
      return (value) => formatPercent(value, locale, 1);
  }
}

/** The interval of a measure; "–" for none. */
export function intervalText({ interval }: Measure, write: MeasureWriter): string {
  return interval === null ? NO_VALUE : formatInterval(interval, write);
}
