import type { ListMembership } from "./types.ts";

/** The memberships of two customers who are one person: in each segment the survivor's own, and the other's where there are none. */
export function mergedMemberships(
  survivor: readonly ListMembership[],
  merged: readonly ListMembership[],
): ListMembership[] {
  return [...survivor, ...merged.filter(({ segmentId }) => of(survivor, segmentId).length === 0)];
}

/** The survivor's memberships once a merge is taken back: in segments where nothing changed since, those of before. */
export function unmergedMemberships(
  now: readonly ListMembership[],
  { before, after }: { before: readonly ListMembership[]; after: readonly ListMembership[] },
): ListMembership[] {
  const segmentIds = new Set([...now, ...before].map(({ segmentId }) => segmentId));
  return [...segmentIds].flatMap((segmentId) => {
    const is = textOf(of(now, segmentId));
    return of(is === textOf(of(after, segmentId)) ? before : now, segmentId);
  });
}

function of(memberships: readonly ListMembership[], segmentId: string): ListMembership[] {
  return memberships.filter((each) => each.segmentId === segmentId);
}

function textOf(memberships: readonly ListMembership[]): string {
  return memberships
    .map(({ validFrom, validTo }) => `${validFrom} ${validTo}`)
    .sort()
    .join();
}
