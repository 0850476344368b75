import { evidenceLevel } from "#lib/evidence/types.ts";
import type { Claim, EvidenceRatio, ResearchStep } from "./types.ts";

type Counted = Pick<Claim, "evidence" | "isStale">;

/** How the claims of a persona are backed. */
export function evidenceRatio(claims: readonly Counted[]): EvidenceRatio {
  const levels = claims.map(({ evidence }) => evidenceLevel(evidence.supports));
  const count = (level: string) => levels.filter((each) => each === level).length;
  return {
    ...{ claims: claims.length, many: count("many"), few: count("few"), none: count("none") },
    stale: claims.filter(({ isStale }) => isStale).length,
  };
}

/** Whether less than half of what is said is backed and fresh. */
export function isConfidenceLow(claims: readonly Counted[]): boolean {
  const good = claims.filter(({ evidence, isStale }) => evidence.supports > 0 && !isStale);
  return 2 * good.length < claims.length || claims.length === 0;
}

/** What to find out next of a persona that cannot be trusted yet; null where nothing is open. */
export function nextResearch(claims: readonly Claim[]): ResearchStep | null {
  if (claims.length === 0) return { kind: "no_claims" };
  const contradicted = claims.find(({ evidence }) => evidence.newerAgainst > 0);
  if (contradicted) return { kind: "contradicted", statement: contradicted.statement };
  const stale = claims.find(({ isStale }) => isStale);
  if (stale) return { kind: "stale", statement: stale.statement };
  const unbacked = claims.find(({ evidence }) => evidence.supports === 0);
  return unbacked ? { kind: "unbacked", statement: unbacked.statement } : null;
}
