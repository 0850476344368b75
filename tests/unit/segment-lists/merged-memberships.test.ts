import { describe, expect, it } from "vitest";
import { mergedMemberships, unmergedMemberships } from "#lib/segment-lists/merged-memberships.ts";
import type { ListMembership } from "#lib/segment-lists/types.ts";

const since = (
  segmentId: string,
  validFrom: string,
  validTo: string | null = null,
): ListMembership => ({
  ...{ segmentId, validFrom, validTo },
});
const OWN = since("landlords", "2026-03-01");
const OTHERS = [since("landlords", "2026-01-01"), since("families", "2026-02-01", "2026-04-01")];

describe("memberships of two customers who are one", () => {
  it("are the survivor’s own, and the other’s in segments where there are none", () => {
    expect(mergedMemberships([OWN], OTHERS)).toEqual([OWN, OTHERS[1]]);
    expect(mergedMemberships([], OTHERS)).toEqual(OTHERS);
    expect(mergedMemberships([OWN], [])).toEqual([OWN]);
  });

  it("are those of before once the two are apart again", () => {
    const after = mergedMemberships([OWN], OTHERS);
    expect(unmergedMemberships(after, { before: [OWN], after })).toEqual([OWN]);
  });

  it("stay where something changed in between", () => {
    const after = mergedMemberships([OWN], OTHERS);
    const left = { ...OWN, validTo: "2026-06-01" };
    const now = [left, since("families", "2026-02-01", "2026-04-01"), since("new", "2026-07-01")];
    expect(unmergedMemberships(now, { before: [OWN], after })).toEqual([
      left,
      since("new", "2026-07-01"),
    ]);
  });
});
