import type { Consent, ConsentState, LawfulBasis } from "#lib/customers/types.ts";

const WORDS: readonly [state: ConsentState, basis: LawfulBasis, words: string][] = [
  [
    "given",
    "consent",
    "yes y true 1 x given granted optin optedin subscribed consent ja j oui o si sì s sí",
  ],
  [
    "withdrawn",
    "consent",
    "no n false 0 withdrawn revoked optout unsubscribed refused denied nein non nee",
  ],
  ["unknown", "consent", "unknown ? na none unbekannt inconnu"],
  ["given", "contract", "contract vertrag contrat contrato contratto"],
  ["given", "legitimate_interest", "legitimateinterest legitimateinterests berechtigtesinteresse"],
  ["given", "legal_obligation", "legalobligation rechtlicheverpflichtung"],
  ["given", "public_task", "publictask"],
  ["given", "vital_interests", "vitalinterest vitalinterests"],
];

/** One word for each thing that can be said about a purpose, as `readConsent` reads it. */
export const CONSENT_WORDS = [
  "given",
  "refused",
  "unknown",
  "contract",
  "legitimate_interest",
  "legal_obligation",
  "public_task",
  "vital_interests",
] as const;

const MEANINGS = new Map(
  WORDS.flatMap(([state, lawfulBasis, words]) =>
    words.split(" ").map((word) => [word, { state, lawfulBasis }] as const),
  ),
);

/** What a cell of a file says about a purpose; null for words that are neither yes, no nor a lawful basis. */
export function readConsent(text: string): Omit<Consent, "purpose"> | null {
  return MEANINGS.get(text.toLowerCase().replaceAll(/[\s_.,/-]/g, "")) ?? null;
}
