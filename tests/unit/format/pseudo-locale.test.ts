import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { pseudoMessage, pseudoMessages } from "#lib/format/pseudo-locale.ts";

describe("the test language", () => {
  it("puts accents on every letter, brackets around and two fifths more length", () => {
    expect(pseudoMessage("Hello")).toBe("[Ĥéļļö ~~]");
    expect(pseudoMessage("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")).not.toMatch(
      /[ac-ln-pr-zAC-EG-LN-PR-Z]/,
    );
    const long = pseudoMessage("The quick brown fox jumps over the lazy dog");
    expect(long.replace(/[^~]/g, "")).toHaveLength(14);
    expect(long).not.toMatch(/~{8}/);
  });

  it.each([
    ["Ref. {id}", "[Ŕéƒ. {id} ~~]"],
    ["{count, number} rows", "[{count, number} ŕöŵš ~~]"],
    ["See <link>the help</link>", "[Šéé <link>ţĥé ĥéļþ</link> ~~~~]"],
    ["It ''is'' '{so}'", "[Îţ ''îš'' '{so}' ~~]"],
    ["", "[]"],
    ["–", "[–]"],
  ])("leaves the syntax of %j alone", (message, expected) => {
    expect(pseudoMessage(message)).toBe(expected);
  });

  it("translates the branches of a plural and of a select, and nothing else of them", () => {
    expect(pseudoMessage("{n, plural, =0 {none} one {# row} other {# rows}} left")).toBe(
      "[{n, plural, =0 {ñöñé} one {# ŕöŵ} other {# ŕöŵš}} ļéƒţ ~~~~]",
    );
    expect(
      pseudoMessage("{who, select, me {I {n, plural, one {go} other {run}}} other {no}}"),
    ).toBe("[{who, select, me {Î {n, plural, one {ǧö} other {ŕûñ}}} other {ñö}} ~~]");
  });

  it("still formats", () => {
    const messages = pseudoMessages({
      rows: { left: "{n, plural, one {# row} other {# rows}} of {of}" },
    });
    const t = createTranslator({ locale: "en", messages, namespace: "rows" });
    expect(t("left", { n: 1, of: "A" })).toBe("[1 ŕöŵ öƒ A ~~~]");
    expect(t("left", { n: 1200, of: "A" })).toBe("[1,200 ŕöŵš öƒ A ~~~]");
  });
});
