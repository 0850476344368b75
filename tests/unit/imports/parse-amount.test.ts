import { describe, expect, it } from "vitest";
import { parseAmount } from "#lib/imports/parse-amount.ts";

const NOT_AN_AMOUNT = "Not an amount. Write it as 1234.50.";
const TWO_WAYS = "The number can be read two ways: choose point or comma for decimals.";

describe("an amount", () => {
  it.each([
    ["0", 0],
    ["12", 1200],
    ["12.5", 1250],
    ["12.0", 1200],
    ["12.50", 1250],
    ["12.500000", 1250],
    ["12,5", 1250],
    ["0.29", 29],
    ["1.10", 110],
    ["0,500", 50],
    [".5", 50],
    ["12.", 1200],
    ["1,234.50", 123_450],
    ["1.234,50", 123_450],
    ["1 234,50", 123_450],
    ["1\u00a0234,50", 123_450],
    ["1\u202f234,50", 123_450],
    ["1'234.50", 123_450],
    ["1’234.50", 123_450],
    ["1 234,500", 123_450],
    ["1,234,567", 123_456_700],
    ["1.234.567,89", 123_456_789],
    ["12,34,567.89", 123_456_789],
    ["1234,500", 123_450],
    ["€12.50", 1250],
    ["12,50 €", 1250],
    ["EUR 12.50", 1250],
    ["12.50eur", 1250],
    ["+12.50", 1250],
    ["12,-", 1200],
    ["-0.00", 0],
    ["0000000000000000012.50", 1250],
    ["99999999999.99", 9_999_999_999_999],
    ["100000000000.00", 10_000_000_000_000],
  ])("of EUR written %j is %i cents", (text, value) => {
    expect(parseAmount(text, "EUR")).toEqual({ value });
  });

  it("has the decimals of its currency", () => {
    expect(parseAmount("1250", "JPY")).toEqual({ value: 1250 });
    expect(parseAmount("1250.00", "JPY")).toEqual({ value: 1250 });
    expect(parseAmount("1.25", "KWD")).toEqual({ value: 1250 });
    expect(parseAmount("12.5", "JPY")).toEqual({ reason: "More decimals than JPY has (0)." });
    expect(parseAmount("12.5551", "EUR")).toEqual({ reason: "More decimals than EUR has (2)." });
  });

  it("knows the signs of its currency only", () => {
    expect(parseAmount("kr. 12,50", "DKK")).toEqual({ value: 1250 });
    expect(parseAmount("Fr. 12.50", "CHF")).toEqual({ value: 1250 });
    expect(parseAmount("$12.50", "CAD")).toEqual({ value: 1250 });
    expect(parseAmount("$12.50", "EUR")).toEqual({ reason: "$ is not the file's currency, EUR." });
    expect(parseAmount("12 USD", "EUR")).toEqual({
      reason: "USD is not the file's currency, EUR.",
    });
  });

  it("asks which way 1,234 is meant, unless told", () => {
    expect(parseAmount("1,234", "EUR")).toEqual({ reason: TWO_WAYS });
    expect(parseAmount("12.500", "EUR")).toEqual({ reason: TWO_WAYS });
    expect(parseAmount("1,234", "EUR", ".")).toEqual({ value: 123_400 });
    expect(parseAmount("12.500", "EUR", ",")).toEqual({ value: 1_250_000 });
    expect(parseAmount("12.500", "EUR", ".")).toEqual({ value: 1250 });
    expect(parseAmount("1,234", "KWD", ",")).toEqual({ value: 1234 });
  });

  it("does not bend an amount to the separator it was told", () => {
    expect(parseAmount("12.50", "EUR", ",")).toEqual({ reason: NOT_AN_AMOUNT });
    expect(parseAmount("1.234,50", "EUR", ".")).toEqual({ reason: NOT_AN_AMOUNT });
  });

  it.each(["-12.00", "(12.00)", "12.00-", "−12", "-€12", "€ -12", "-1,234.50"])(
    "is refused when negative: %s",
    (text) => {
      const reason = "Negative amounts cannot stand here.";
      expect(parseAmount(text, "EUR")).toEqual({ reason });
    },
  );

  it.each([
    "",
    " ",
    "NaN",
    "abc",
    "1e5",
    "1.5E3",
    "12-15",
    "1,2,3",
    "12.34.56",
    "1 23",
    "1,23.4,5",
    "--",
    "€",
    "(12",
    "12)",
    "2024-01-01",
    "12 pcs",
    "0x10",
    "Infinity",
    "١٢",
    "=cmd()",
    "1..5",
    "1,234.5.6",
  ])("is refused when it is none: %j", (text) => {
    expect(parseAmount(text, "EUR")).toEqual({ reason: NOT_AN_AMOUNT });
  });

  it("is refused above ten million million minor units", () => {
    const reason = "The amount is too large: at most 100,000,000,000 EUR.";
    expect(parseAmount("100000000000.01", "EUR")).toEqual({ reason });
    expect(parseAmount("9999999999999", "EUR")).toEqual({ reason });
    expect(parseAmount("9999999999999", "JPY")).toEqual({ value: 9_999_999_999_999 });
    expect(parseAmount("9".repeat(40), "EUR")).toEqual({ reason });
  });

  it("is exact for every cent up to 1,000", () => {
    for (let cents = 0; cents <= 100_000; cents++) {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
      expect(parseAmount(text, "USD")).toEqual({ value: cents });
    }
  });
});
