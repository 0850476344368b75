import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";

/** How numbers and days may be written. The words stay English until they are translated. */
export const LOCALES = [
  ...["en-GB", "en-US", "en-IE", "en-AU", "en-CA", "en-NZ", "en-IN", "en-ZA", "en-SG"],
  ...["de-DE", "de-AT", "de-CH", "nl-NL", "nl-BE", "fr-FR", "fr-BE", "fr-CH", "fr-CA"],
  ...["es-ES", "es-MX", "es-AR", "pt-PT", "pt-BR", "it-IT", "it-CH", "da-DK", "sv-SE"],
  ...["nb-NO", "fi-FI", "is-IS", "pl-PL", "cs-CZ", "sk-SK", "hu-HU", "ro-RO", "bg-BG"],
  ...["hr-HR", "sl-SI", "el-GR", "tr-TR", "et-EE", "lv-LV", "lt-LT", "uk-UA", "ja-JP"],
  ...["ko-KR", "zh-CN", "zh-TW"],
] as const;

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  ...{ GB: "GBP", US: "USD", AU: "AUD", CA: "CAD", NZ: "NZD", IN: "INR", ZA: "ZAR", SG: "SGD" },
  ...{ CH: "CHF", MX: "MXN", AR: "ARS", BR: "BRL", DK: "DKK", SE: "SEK", NO: "NOK", IS: "ISK" },
  ...{ PL: "PLN", CZ: "CZK", HU: "HUF", RO: "RON", TR: "TRY", UA: "UAH", JP: "JPY", KR: "KRW" },
  ...{ CN: "CNY", TW: "TWD" },
};

const SAMPLE_NUMBER = 1234.5;
const SAMPLE_DAY = "2026-11-21";
const SAMPLE_MINOR = 123_450;

/** The language of the list that a tag comes closest to: the same, else the same language, else en-GB. */
export function nearestLocale(tag: string): string {
  const language = tag.split("-")[0]?.toLowerCase();
  const same = LOCALES.find((locale) => locale.toLowerCase() === tag.toLowerCase());
  return same ?? LOCALES.find((locale) => locale.split("-")[0] === language) ?? "en-GB";
}

/** What a browser asks for first, as one of the list: "de-AT,de;q=0.9" → "de-AT". */
export function localeAskedFor(acceptLanguage: string | null): string {
  return nearestLocale(acceptLanguage?.split(/[,;]/)[0]?.trim() || "en-GB");
}

/** The money of the region of a tag; EUR where the list knows no other. */
export function currencyOf(locale: string): string {
  return CURRENCY_OF_REGION[locale.split("-").at(-1) ?? ""] ?? "EUR";
}

/** The language in English words, and a number, a day and an amount written its way. */
export function describeLocale(tag: string, currency: string): string {
  const words = new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  const number = formatNumber(SAMPLE_NUMBER, tag, { digits: 1 });
  const samples = [number, formatDay(SAMPLE_DAY, tag), formatMoney(SAMPLE_MINOR, currency, tag)];
  return `${words}: ${samples.join(" · ")}`;
}
