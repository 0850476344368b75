import { expect, it } from "vitest";
import { CONSENT_WORDS, readConsent } from "#lib/imports/read-consent.ts";

it.each([
  ["Yes", { state: "given", lawfulBasis: "consent" }],
  ["opted in", { state: "given", lawfulBasis: "consent" }],
  ["NEIN", { state: "withdrawn", lawfulBasis: "consent" }],
  ["?", { state: "unknown", lawfulBasis: "consent" }],
  ["Legitimate interest", { state: "given", lawfulBasis: "legitimate_interest" }],
  ["legal_obligation", { state: "given", lawfulBasis: "legal_obligation" }],
  ["perhaps", null],
])("a cell that says %j", (text, consent) => {
  expect(readConsent(text)).toEqual(consent);
});

it("understands every word that is offered for all rows", () => {
  const meanings = CONSENT_WORDS.map((word) => readConsent(word));
  expect(meanings).not.toContain(null);
  expect(new Set(meanings.map((meaning) => JSON.stringify(meaning))).size).toBe(
    CONSENT_WORDS.length,
  );
});
