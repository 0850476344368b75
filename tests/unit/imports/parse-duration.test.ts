import { describe, expect, it } from "vitest";
import { parseDuration } from "#lib/imports/parse-number.ts";

describe("a duration", () => {
  it.each([
    ["90", 90],
    ["1:30", 90],
    ["0:01:30", 90],
    ["1.5 min", 90],
    ["1,5 min", 90],
    ["0,500 h", 1800],
    ["2 h", 7200],
    ["12.5", 13],
  ])("written %s is %d seconds", (text, value) => {
    expect(parseDuration(text)).toEqual({ value });
  });

  it.each(["1,000", "1.500", "1.500 min"])(
    "is not guessed where %s can be read two ways",
    (text) => {
      expect(parseDuration(text)).toEqual({
        reason: "The number can be read two ways: choose point or comma for decimals.",
      });
    },
  );

  it("is read by the decimal mark that is known", () => {
    expect(parseDuration("1,000", ".")).toEqual({ value: 1000 });
    expect(parseDuration("1.500", ".")).toEqual({ value: 2 });
    expect(parseDuration("1.500", ",")).toEqual({ value: 1500 });
  });

  it.each(["soon", "1,2,3", "1:75", "1.2.3 min"])("is refused at %s", (text) => {
    expect(parseDuration(text)).toMatchObject({
      reason: expect.stringContaining("Not a duration"),
    });
  });
});
