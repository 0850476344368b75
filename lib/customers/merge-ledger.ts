import { z } from "zod";
import type { CONSENT_STATES } from "./consents.ts";

const text = z.string().nullable();

/** Values of a customer as the ledger keeps them; days YYYY-MM-DD. */
const Values = z.object({
  email: text,
  name: text,
  phone: text,
  registered_on: text,
  attributes: z.record(z.string(), z.string()),
});

/** A row of customer_consent without whose it is. */
export const LedgerConsent = z.object({
  purpose: z.string(),
  state: z.string(),
  lawful_basis: z.string(),
  source: z.string(),
  recorded_at: z.string(),
  recorded_by: text,
  import_id: text,
});
export type LedgerConsent = z.output<typeof LedgerConsent>;

/** When a customer is and was in which segment that is a list; merges of before this was kept know of none. */
const Memberships = z
  .array(
    z.object({ segmentId: z.uuid(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() }),
  )
  .default([]);

/** The merged customer as it was: its row, its consents, and why the two were thought to be one (null: nobody asked). */
export const MergedLedger = z.object({
  customer: Values.extend({
    id: z.uuid(),
    external_id: z.string(),
    created_import_id: text,
    changed_import_id: text,
    created_at: z.string(),
    updated_at: z.string(),
  }),
  consents: z.array(LedgerConsent),
  memberships: Memberships,
  evidence: z.array(z.string()).nullable(),
});
export type MergedLedger = z.output<typeof MergedLedger>;

/** Ids of rows that a merge gave to the survivor, by table. */
export const MovedRows = z.record(z.string(), z.array(z.uuid()));
export type MovedRows = z.output<typeof MovedRows>;

/** The survivor before or after the merge. */
export const SurvivorLedger = z.object({
  values: Values,
  consents: z.array(LedgerConsent),
  memberships: Memberships,
});
export type SurvivorLedger = z.output<typeof SurvivorLedger>;

/**
 * The consents of two customers who are one person: an objection of either holds; else what the survivor has on record,
 * unless that is nothing or "unknown".
 */
export function mergedConsents(
  survivor: readonly LedgerConsent[],
  merged: readonly LedgerConsent[],
): LedgerConsent[] {
  const purposes = [...new Set([...survivor, ...merged].map(({ purpose }) => purpose))].toSorted();
  return purposes.flatMap((purpose) => {
    const own = survivor.find((each) => each.purpose === purpose);
    const other = merged.find((each) => each.purpose === purpose);
    const isWeaker =
      !own || is(own, "unknown") || (other && is(other, "withdrawn") && !is(own, "withdrawn"));
    return (other && isWeaker ? other : own) ?? [];
  });
}

/** The survivor's consents once a merge is taken back: where nobody said anything since, those of before. */
export function unmergedConsents(
  now: readonly LedgerConsent[],
  { before, after }: { before: readonly LedgerConsent[]; after: readonly LedgerConsent[] },
): LedgerConsent[] {
  const purposes = [...new Set([...now, ...before].map(({ purpose }) => purpose))].toSorted();
  const of = (list: readonly LedgerConsent[], purpose: string) =>
    list.find((each) => each.purpose === purpose);
  return purposes.flatMap((purpose) => {
    const isUntouched = JSON.stringify(of(now, purpose)) === JSON.stringify(of(after, purpose));
    return of(isUntouched ? before : now, purpose) ?? [];
  });
}

function is(consent: LedgerConsent, state: (typeof CONSENT_STATES)[number]): boolean {
  return consent.state === state;
}
