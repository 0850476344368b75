import { describe, expect, it } from "vitest";
import { ageText } from "#components/personae/age-text.ts";
import { evidenceFileType } from "#lib/evidence/file-type.ts";
import { evidenceLevel, NO_EVIDENCE } from "#lib/evidence/types.ts";
import { holdsWords } from "#lib/interviews/holds-words.ts";
import { isStaleOn, nextYear, staleFrom } from "#lib/personae/claim-state.ts";
import { widestGap } from "#lib/personae/emotion-gap.ts";
import { evidenceRatio, isConfidenceLow, nextResearch } from "#lib/personae/evidence-ratio.ts";
import type { Claim } from "#lib/personae/types.ts";

const facts = { expiresOn: "2026-03-01", reviewedOn: null, lastSupportOn: null };

function claim(over: Partial<Claim> = {}): Claim {
  return {
    ...{ id: "a", statement: "Calls", confidence: "low", version: 1, createdOn: "2026-01-01" },
    ...{ ...facts, evidence: NO_EVIDENCE, isStale: false, ...over },
  };
}
const backed = (supports: number, over: Partial<Claim> = {}) =>
  claim({ evidence: { ...NO_EVIDENCE, supports }, ...over });

describe("a claim", () => {
  it("is stale from the day it expires", () => {
    expect(staleFrom(facts)).toBe("2026-03-01");
    expect(isStaleOn(facts, "2026-02-28")).toBe(false);
    expect(isStaleOn(facts, "2026-03-01")).toBe(true);
  });

  it("holds a year longer once it is backed or reviewed on that day or after", () => {
    expect(staleFrom({ ...facts, lastSupportOn: "2026-05-10" })).toBe("2027-05-10");
    expect(staleFrom({ ...facts, lastSupportOn: "2026-02-20" })).toBe("2026-03-01");
    expect(staleFrom({ ...facts, reviewedOn: "2026-03-01" })).toBe("2027-03-01");
    expect(nextYear("2028-02-29")).toBe("2029-03-01");
  });
});

describe("how well a persona is backed", () => {
  it("counts claims with three sources, with one or two, and with none", () => {
    expect([0, 1, 2, 3, 9].map(evidenceLevel)).toEqual(["none", "few", "few", "many", "many"]);
    expect(evidenceRatio([backed(3), backed(1), claim({ isStale: true })])).toEqual({
      ...{ claims: 3, many: 1, few: 1, none: 1, stale: 1 },
    });
  });

  it("is low while less than half is backed and fresh", () => {
    expect(isConfidenceLow([])).toBe(true);
    expect(isConfidenceLow([backed(1), claim()])).toBe(false);
    expect(isConfidenceLow([backed(1, { isStale: true }), claim(), backed(1)])).toBe(true);
  });

  it("names what to find out next: what is contradicted before what is stale before what has nothing", () => {
    const against = claim({ statement: "c", evidence: { ...NO_EVIDENCE, newerAgainst: 1 } });
    const stale = backed(1, { statement: "s", isStale: true });
    const bare = claim({ statement: "n" });
    expect(nextResearch([])).toEqual({ kind: "no_claims" });
    expect(nextResearch([bare, stale, against])).toEqual({ kind: "contradicted", statement: "c" });
    expect(nextResearch([bare, stale])).toEqual({ kind: "stale", statement: "s" });
    expect(nextResearch([bare])).toEqual({ kind: "unbacked", statement: "n" });
    expect(nextResearch([backed(1)])).toBeNull();
  });
});

describe("the widest gap of an experience", () => {
  const stage = (name: string, actual: number | null, desired: number | null) => ({
    ...{ stageId: name, name, line: null, actual, desired },
  });

  it("is where least is got of what is wanted, and tells whether it is so everywhere", () => {
    expect(widestGap([stage("Buy", 0, 1), stage("Pay", -2, 1), stage("Use", null, 2)])).toEqual({
      widest: { stages: ["Pay"], gap: -3 },
      isEverywhere: true,
    });
    const even = [stage("Buy", -2, 1), stage("Use", 1, 1), stage("Pay", -2, 1)];
    expect(widestGap(even)?.widest.stages).toEqual(["Buy", "Pay"]);
    expect(widestGap([stage("Buy", 1, 1), stage("Pay", 0, 1)])?.isEverywhere).toBe(false);
    expect(widestGap([stage("Buy", 2, 1), stage("Pay", null, 1)])).toBeNull();
  });
});

describe("what else evidence asks", () => {
  it("knows files by their name and their first bytes", () => {
    const bytes = (text: string) => new Uint8Array(Buffer.from(text));
    expect(evidenceFileType("a.PDF", bytes("%PDF-1.4"))).toBe("application/pdf");
    expect(evidenceFileType("a.pdf", bytes("<html>"))).toBeNull();
    expect(evidenceFileType("a.svg", bytes("<svg>"))).toBeNull();
    expect(evidenceFileType("a.txt", bytes("a\0b"))).toBeNull();
    expect(evidenceFileType("a.csv", new Uint8Array([0xff, 0xfe]))).toBeNull();
  });

  it("finds words in notes however their lines break", () => {
    expect(holdsWords("I need\n\n a time.", "need a time")).toBe(true);
    expect(holdsWords("I need a time.", "I want a time")).toBe(false);
  });

  it("says how old it is in its largest whole unit", () => {
    const age = (day: string) => ageText(day, "2026-11-22", "en");
    expect([age("2026-11-22"), age("2026-11-20"), age("2026-11-01")]).toEqual([
      ...["today", "2 days ago", "3 weeks ago"],
    ]);
    expect([age("2025-09-20"), age("2023-11-01")]).toEqual(["14 months ago", "3 years ago"]);
  });
});
