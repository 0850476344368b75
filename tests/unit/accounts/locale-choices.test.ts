import { describe, expect, it } from "vitest";
import {
  currencyOf,
  describeLocale,
  LOCALES,
  localeAskedFor,
  nearestLocale,
} from "#lib/accounts/locale-choices.ts";
import { isCurrency } from "#lib/format/place-names.ts";

describe("the way numbers are written", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de-AT"],
    ["de;q=0.9", "de-DE"],
    ["fr-LU", "fr-FR"],
    ["xx-YY", "en-GB"],
    ["*", "en-GB"],
    ["", "en-GB"],
    [null, "en-GB"],
  ])("is guessed from %j", (header, locale) => {
    expect(localeAskedFor(header)).toBe(locale);
  });

  it("is a tag of the list, whatever its case", () => {
    expect(nearestLocale("DE-de")).toBe("de-DE");
    expect(new Set(LOCALES).size).toBe(LOCALES.length);
  });

  it("shows a number, a day and an amount its own way", () => {
    expect(describeLocale("de-DE", "EUR").replace(/\u00a0/g, " ")).toBe(
      "German (Germany): 1.234,5 · 21.11.2026 · 1.234,50 €",
    );
    expect(describeLocale("en-GB", "GBP")).toBe(
      "British English: 1,234.5 · 21 Nov 2026 · £1,234.50",
    );
  });
});

describe("currencyOf", () => {
  it("knows the money of every region of the list", () => {
    for (const locale of LOCALES) expect(isCurrency(currencyOf(locale)), locale).toBe(true);
    expect([currencyOf("de-CH"), currencyOf("en-US"), currencyOf("fi-FI")]).toEqual([
      "CHF",
      "USD",
      "EUR",
    ]);
  });
});
