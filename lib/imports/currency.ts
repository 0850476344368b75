/** What must be known of a currency to read its amounts. */
export interface Currency {
  /** ISO 4217 code */
  code: string;
  /** decimal places of its minor unit: 2 for EUR, 0 for JPY, 3 for KWD */
  digits: number;
  /** its code and signs, in lower case */
  signs: ReadonlySet<string>;
}

// Signs that Intl does not know in English.
const MORE_SIGNS: Record<string, readonly string[]> = {
  CHF: ["fr.", "fr", "sfr.", "sfr"],
  DKK: ["kr."],
  EUR: ["euro"],
  ISK: ["kr."],
  NOK: ["kr."],
  SEK: ["kr."],
};

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether a text is the ISO code of a currency, in upper case or lower. */
export function isCurrencyCode(text: string): boolean {
  return CODES.has(text.toUpperCase());
}

const currencies = new Map<string, Currency>();

/** Looks up a currency by its ISO code. @throws RangeError when the code is not three letters */
export function currencyOf(code: string): Currency {
  const known = currencies.get(code);
  if (known) return known;
  const currency = describe(code);
  currencies.set(code, currency);
  return currency;
}

function describe(code: string): Currency {
  const symbols = (["symbol", "narrowSymbol"] as const).map((currencyDisplay) => {
    const format = new Intl.NumberFormat("en", {
      style: "currency",
      currency: code,
      currencyDisplay,
    });
    return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? code;
  });
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
  }).resolvedOptions();
  const signs = [code, ...symbols, ...(MORE_SIGNS[code] ?? [])].map((sign) => sign.toLowerCase());
  return { code, digits: maximumFractionDigits ?? 2, signs: new Set(signs) };
}
