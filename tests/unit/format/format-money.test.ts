import { describe, expect, it } from "vitest";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";

const NBSP = "\u00a0";

describe("formatMoney", () => {
  it("shows every minor unit unless told otherwise", () => {
    expect(formatMoney(250031563, "EUR", "en")).toBe("€2,500,315.63");
  });

  it("writes amounts as the language does", () => {
    expect(formatMoney(123450, "EUR", "de")).toBe(`1.234,50${NBSP}€`);
  });

  it("rounds to whole units for tables", () => {
    expect(formatMoney(41800, "EUR", "en", "whole")).toBe("€418");
  });

  it("shortens large amounts and keeps the unit on the line", () => {
    expect(formatMoney(1_586_000_000, "EUR", "en", "compact")).toBe(`€15.86${NBSP}M`);
    expect(formatMoney(77_400_000, "EUR", "en", "compact")).toBe(`€774${NBSP}k`);
    expect(formatMoney(1_587_000, "EUR", "en", "compact")).toBe("€15,870");
  });

  it("never writes a thousand thousands", () => {
    expect(formatMoney(99_960_000, "EUR", "en", "compact")).toBe(`€1.00${NBSP}M`);
  });

  it("uses a true minus sign, which no line break parts from the currency", () => {
    expect(formatMoney(-152_000_000, "EUR", "en", "compact")).toBe(`−\u2060€1.52${NBSP}M`);
    expect(formatMoney(-4900, "EUR", "de")).toBe(`−49,00${NBSP}€`);
  });

  it("knows currencies without minor units, and with three", () => {
    expect(minorDigits("JPY")).toBe(0);
    expect(minorDigits("KWD")).toBe(3);
    expect(formatMoney(1500, "JPY", "en")).toBe("¥1,500");
  });

  it("shows a dash where there is no amount", () => {
    expect(formatMoney(null, "EUR", "en")).toBe("–");
  });
});
