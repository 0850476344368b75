import { useTranslations } from "next-intl";
import { readNumber, readYesNo } from "#lib/customers/attributes.ts";
import type { CustomerAttributeValue } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type AttributeValueProps = { attribute: CustomerAttributeValue; locale: string };

const MOST_DIGITS = 9;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/;
const DOTTED_DAY = /^(\d{2})\.(\d{2})\.(\d{4})$/;

/** An attribute as its type is read in the reader's formats; what does not fit its type, as it was stored. */
export function AttributeValue({ attribute: { value, type }, locale }: AttributeValueProps) {
  const t = useTranslations("customers");
  switch (type) {
    case "number":
      return numberText(value, locale) ?? value;
    case "day":
      return dayText(value, locale) ?? value;
    case "yes_no": {
      const isYes = readYesNo(value);
      return isYes === null ? value : t(isYes ? "yes" : "no");
    }
    case "choice":
    case "text":
      return value;
  }
}

function numberText(value: string, locale: string): string | null {
  const number = readNumber(value);
  const digits = Math.min(MOST_DIGITS, value.trim().split(/[.,]/)[1]?.length ?? 0);
  return number === null ? null : formatNumber(number, locale, { digits });
}

function dayText(value: string, locale: string): string | null {
  const day = isoDay(value);
  return day === null ? null : formatDay(day, locale);
}

/** YYYY-MM-DD; null for a day the calendar does not have. */
function isoDay(value: string): string | null {
  const [, year, month, date] = ISO_DAY.exec(value) ?? [];
  const [, dottedDate, dottedMonth, dottedYear] = DOTTED_DAY.exec(value) ?? [];
  const day = year ? `${year}-${month}-${date}` : `${dottedYear}-${dottedMonth}-${dottedDate}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  return isDay ? day : null;
}
