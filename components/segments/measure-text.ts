import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Measure, MeasureName } from "#lib/segments/segment-measures.ts";

export type MeasureFormats = { readonly currency: string; readonly locale: string };

/** A measure as text: a share in percent, NPS with its sign, money without cents; "–" for none. */
export function measureText(
  name: MeasureName,
  value: number | null,
  { currency, locale }: MeasureFormats,
): string {
  switch (name) {
    case "shareOfCustomers":
    case "shareOfClv":
    case "leaving":
      return formatPercent(value, locale);
    case "clvPerCustomer":
      return formatMoney(value === null ? null : Math.round(value), currency, locale, "whole");
    case "nps":
      return formatNumber(value === null ? null : Math.round(value), locale, { isSigned: true });
    case "complaints":
      return formatNumber(value, locale, { digits: 1 });
  }
}

/** Its 95 % interval as text. */
export function intervalText(
  name: MeasureName,
  { interval }: Measure,
  formats: MeasureFormats,
): string {
  return formatInterval(interval, (bound) => measureText(name, bound, formats));
}
