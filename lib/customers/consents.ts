import { DomainError } from "#lib/errors/index.ts";

/** What a customer's data may be worked with for: to serve them, to ask them, to advertise to them. */
export const PURPOSES = ["service", "feedback", "marketing"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Article 6 of the GDPR; elsewhere the same words serve. */
export const LAWFUL_BASES = [
  "consent",
  "contract",
  "legitimate_interest",
  "legal_obligation",
  "public_task",
  "vital_interests",
] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

export const CONSENT_STATES = ["given", "withdrawn", "unknown"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** What one customer says, or what the law says of them, about one purpose. */
export type Consent = { purpose: Purpose; state: ConsentState; lawfulBasis: LawfulBasis };

/**
 * What a purpose rests on though nothing on record decides it; null for nothing. Whoever has ordered has a contract, and is
 * served for it. `state` is null where nothing is recorded. `queries/may-contact.ts` holds the same rule in SQL.
 */
export function derivedBasis(
  purpose: Purpose,
  state: ConsentState | null,
  hasOrdered: boolean,
): LawfulBasis | null {
  const isOpen = state === null || state === "unknown";
  return purpose === "service" && isOpen && hasOrdered ? "contract" : null;
}

/** What a file of customers is for; analysis needs nobody's address. */
export const EXPORT_PURPOSES = [...PURPOSES, "analysis"] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

/** The purpose that a word names; a file that says none is for analysis. @throws DomainError `invalid_input` for another word */
export function exportPurpose(word: string | null): ExportPurpose {
  if (!word) return "analysis";
  const known = EXPORT_PURPOSES.find((purpose) => purpose === word);
  if (known) return known;
  const reason = `Ask for ${EXPORT_PURPOSES.join(", ")}.`;
  throw new DomainError("invalid_input", `There is no such purpose. ${reason}`, {
    fields: { purpose: [reason] },
  });
}
