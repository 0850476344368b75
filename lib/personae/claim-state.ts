import type { ClaimFacts } from "./types.ts";

/**
 * The first day on which a claim is stale: the day it expires, or, once it was backed or reviewed on that day or after, a year later.
 *
 * Worked: expires 2026-03-01 and last backed 2026-05-10 is stale from 2027-05-10; last backed 2026-02-20 it is from 2026-03-01.
 */
export function staleFrom({ expiresOn, reviewedOn, lastSupportOn }: ClaimFacts): string {
  const renewals = [reviewedOn, lastSupportOn].flatMap((day) =>
    day !== null && day >= expiresOn ? [nextYear(day)] : [],
  );
  return [expiresOn, ...renewals].toSorted().at(-1) ?? expiresOn;
}

/** Whether a claim is stale on a day. */
export function isStaleOn(claim: ClaimFacts, today: string): boolean {
  return today >= staleFrom(claim);
}

/** The same day a year later; of 29 February the 1 March. */
export function nextYear(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
