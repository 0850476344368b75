import { describe, expect, it } from "vitest";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

const NBSP = "\u00a0";

describe("formatNumber", () => {
  it("groups thousands as the language does", () => {
    expect(formatNumber(12408, "en")).toBe("12,408");
    expect(formatNumber(12408, "de")).toBe("12.408");
  });

  it("can show the sign of a change, and none at zero", () => {
    expect(formatNumber(25, "en", { isSigned: true })).toBe("+25");
    expect(formatNumber(-6, "en", { isSigned: true })).toBe("−6");
    expect(formatNumber(0, "en", { isSigned: true })).toBe("0");
  });

  it("shows a dash where there is no number", () => {
    expect(formatNumber(null, "en")).toBe("–");
  });
});

describe("formatPercent", () => {
  it("puts a no-break space before the sign", () => {
    expect(formatPercent(0.26, "en")).toBe(`26.0${NBSP}%`);
    expect(formatPercent(0.884, "de", 0)).toBe(`88${NBSP}%`);
  });

  it("shows a dash where there is no share", () => {
    expect(formatPercent(null, "en")).toBe("–");
  });
});

describe("formatBytes", () => {
  it("counts in decimal units", () => {
    expect(formatBytes(1_900_000, "en")).toBe(`1.9${NBSP}MB`);
    expect(formatBytes(512, "en")).toBe(`512${NBSP}B`);
    expect(formatBytes(0, "en")).toBe(`0${NBSP}B`);
  });

  it("leaves decimals out where three digits are enough", () => {
    expect(formatBytes(184_000_000, "en")).toBe(`184${NBSP}MB`);
  });
});

describe("formatInterval", () => {
  const bound = (value: number) => formatNumber(value, "en", { digits: 2 });

  it("joins its ends with a dash", () => {
    expect(formatInterval([15.21, 16.47], bound)).toBe("15.21 – 16.47");
  });

  it("says `to` where a minus sign would meet the dash", () => {
    expect(formatInterval([-14, -2], (value) => formatNumber(value, "en"))).toBe("−14 to −2");
  });

  it("keeps the dash where an end rounds to zero", () => {
    expect(formatInterval([-0.2, 23], (value) => formatNumber(value, "en"))).toBe("0 – 23");
  });

  it("shows a dash where there is no interval", () => {
    expect(formatInterval(null, bound)).toBe("–");
  });
});
