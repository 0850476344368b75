import { describe, expect, it } from "vitest";
import { aliveWord, mayLeave } from "#lib/lookup/alive-word.ts";
import { maskPhone } from "#lib/lookup/mask-phone.ts";

describe("maskPhone", () => {
  it.each([
    ["+43 664 1234541", "+43 ••• ••41"],
    ["0664/1234541", "066 ••• ••41"],
    ["12345", "••••"],
    ["none", null],
    [null, null],
  ])("hides the middle of %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe("aliveWord", () => {
  it("says a chance in words, and warns from the second last on", () => {
    const words = [0.85, 0.7, 0.5, 0.3, 0.1].map(aliveWord);
    expect(words).toEqual(["very_likely", "likely", "open", "may_leave", "gone"]);
    expect([0.4, 0.39].map(mayLeave)).toEqual([false, true]);
  });

  it("says nothing without a chance", () => {
    expect([aliveWord(null), mayLeave(null)]).toEqual([null, false]);
  });
});
