import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { hasOwnNumber } from "#lib/orders/order-number.ts";
import {
  RECORD_WORDS,
  type RecordColumn,
  type RecordRow,
  type RecordValue as Value,
} from "#lib/records/types.ts";

export type RecordFormats = { locale: string; timeZone: string };

export type RecordValueProps = {
  column: RecordColumn;
  row: RecordRow;
  formats: RecordFormats;
};

const MINUTE = 60;

/** One value of a record, as its column is written. */
export function RecordValue({ column, row, formats }: RecordValueProps) {
  const t = useTranslations("records");
  const value = row.values[column.field] ?? null;
  const { locale } = formats;
  if (value === null) return NO_VALUE;
  switch (column.type) {
    case "text":
      return <span className="break-words">{String(value)}</span>;
    case "number":
      return formatNumber(Number(value), locale);
    case "day":
      return formatDay(String(value), locale);
    case "instant":
      return formatInstant(String(value), locale, formats.timeZone);
    case "seconds":
      return t("duration", {
        minutes: formatNumber(Math.floor(Number(value) / MINUTE), locale),
        seconds: String(Number(value) % MINUTE).padStart(2, "0"),
      });
    case "yes_no":
      return t(value === true ? "yes" : "no");
    case "word":
      return <Word value={value} />;
    case "amount":
      return <Amount value={value} row={row} locale={locale} />;
    case "price":
      return <Price value={value} row={row} locale={locale} />;
    case "net":
      return <Net value={value} row={row} locale={locale} />;
    case "order":
      return (
        <span className="break-words">
          {hasOwnNumber(String(value)) ? String(value) : t("noNumber")}
        </span>
      );
  }
}

/** A word of ours; one that another version wrote stays as it is. */
function Word({ value }: { value: Value }) {
  const t = useTranslations("records");
  const known = RECORD_WORDS.find((word) => word === value);
  return known ? t(`word_${known}`) : String(value);
}

type MoneyProps = { value: Value; row: RecordRow; locale: string };

function Amount({ value, row: { values }, locale }: MoneyProps) {
  return formatMoney(Number(value), String(values.currency), locale);
}

function Price({ value, row, locale }: MoneyProps) {
  const t = useTranslations("records");
  const { period } = row.values;
  return (
    <>
      <Amount value={value} row={row} locale={locale} />
      {period && (
        <span className="block text-2xs text-muted">
          {t("perPeriod", { period: String(period) })}
        </span>
      )}
    </>
  );
}

/** What is left of an order, and of how much. */
function Net({ value, row, locale }: MoneyProps) {
  const t = useTranslations("customers");
  const { grossMinor, returnedMinor, currency } = row.values;
  const amount = (minor: Value | undefined) => formatMoney(Number(minor), String(currency), locale);
  return (
    <>
      <Amount value={value} row={row} locale={locale} />
      {Number(returnedMinor) > 0 && (
        <span className="block whitespace-normal text-2xs text-muted">
          {t("ofReturned", { gross: amount(grossMinor), returned: amount(returnedMinor) })}
        </span>
      )}
    </>
  );
}
