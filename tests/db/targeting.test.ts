import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { NO_SUMS } from "#lib/segments/figure-sums.ts";
import {
  declineTarget,
  findTarget,
  getTargeting,
  judgeTarget,
  rankTarget,
  setWeights,
  targetingTable,
} from "#lib/segments/index.ts";
import { USUAL_WEIGHTS } from "#lib/segments/targeting/types.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const DAY = new Date("2026-11-21");
const JUDGED = { fit: 5, capacity: 4, competency: 3 };

let tenant: TestTenant;
let session: Session;
let landlords: string;
let families: string;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
  [landlords, families] = await addSegments(session);
});

/** Two segments with figures of a day. */
async function addSegments(of: Session): Promise<[string, string]> {
  const sums = (customers: number, clvMinor: number, costMinor: number) => ({
    ...NO_SUMS,
    ...{ customers, scored: customers, buyers: customers },
    ...{ clvMinor: String(customers * clvMinor), clvSquares: 1.1 * customers * clvMinor ** 2 },
    costToServeMinor: String(customers * costMinor),
    costToServeSquares: 1.25 * customers * costMinor ** 2,
  });
  const [one, other] = [newId(), newId()];
  await withTenant(of, "segment:write", async (tx) => {
    await tx.customerSegment.createMany({
      data: [
        { id: one, name: "Landlords & Lets" },
        { id: other, name: "Family Upgraders" },
      ],
    });
    const all = sums(500, 40_000, 3_000);
    await tx.segmentRefresh.create({
      data: {
        ...{ computedOn: DAY, currency: "EUR", sums: all, rest: NO_SUMS },
        finishedAt: DAY,
      },
    });
    await tx.segmentFigure.createMany({
      data: [
        { segmentId: one, computedOn: DAY, customers: 100, sums: sums(100, 90_000, 4_000) },
        { segmentId: other, computedOn: DAY, customers: 400, sums: sums(400, 30_000, 2_000) },
      ],
    });
  });
  return [one, other];
}

const read = (by = session) => withTenant(by, "segment:read", (tx) => getTargeting(tx, by));
const judge = (segmentId: string, version = 0, by = session, judged = JUDGED) =>
  withTenant(by, "segment:write", (tx) => judgeTarget(tx, by, { segmentId, version, ...judged }));
const rank = (segmentId: string, version: number, given: number | null, why: string | null) =>
  withTenant(session, "segment:write", (tx) =>
    rankTarget(tx, session, { segmentId, version, rank: given, rankWhy: why }),
  );

async function rowOf(segmentId: string) {
  return (await read()).rows.find((row) => row.segmentId === segmentId);
}

describe("targets", () => {
  it("have the figures of the last day, and no score before they are judged", async () => {
    expect(await read()).toMatchObject({ computedOn: "2026-11-21", weights: USUAL_WEIGHTS });
    expect(await rowOf(landlords)).toMatchObject({
      ...{
        customers: 100,
        score: null,
        scoreRank: null,
        range: null,
      },
      clv: { value: 90_000, n: 100 },
      costToServe: { value: 4_000, n: 100 },
    });
    // A deviation of 2,010 of 100, and t of 99 degrees 1.984: 4,000 ± 398.9.
    const [low, high] = (await rowOf(landlords))?.costToServe?.interval ?? [];
    expect(low).toBeCloseTo(3_601.1, 0);
    expect(high).toBeCloseTo(4_398.9, 0);
  });

  it("have a score once they are judged, a rank by it, and a range of ranks", async () => {
    await judge(landlords);
    await judge(families);
    const { rows } = await read();
    expect(rows.map(({ scoreRank }) => scoreRank)).toEqual([1, 2]);
    expect(rows.every(({ score, range }) => score !== null && range !== null)).toBe(true);
    // Sizes 1 and ¼, CLV ⅓ and 1, costs 1 and ½: 0.333 against 0.125, judged alike.
    expect(rows[0]?.segmentId).toBe(families);
  });

  it("stand in the order of hand before that of the score", async () => {
    await judge(landlords);
    await judge(families);
    await rank(landlords, 1, 1, "They recommend us");
    const { rows } = await read();
    expect(rows[0]).toMatchObject({ segmentId: landlords, rank: 1, rankWhy: "They recommend us" });
  });

  it("are one as a file has them", async () => {
    await judge(landlords);
    const { columns, rows } = targetingTable(await read());
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.find(([name]) => name === "Landlords & Lets")).toContain("900.00");
  });

  it("of archived segments are left out", async () => {
    await withTenant(session, "segment:write", (tx) =>
      tx.customerSegment.updateMany({ where: { id: families }, data: { archivedAt: DAY } }),
    );
    expect((await read()).rows.map(({ segmentId }) => segmentId)).toEqual([landlords]);
    await expect(judge(families)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is said of a target", () => {
  it("can be taken back with what was there before", async () => {
    await judge(landlords);
    const { former, version } = await judge(landlords, 1, session, { ...JUDGED, fit: 1 });
    expect({ former, version }).toEqual({
      former: { fit: "5", capacity: "4", competency: "3" },
      version: 2,
    });
    await judge(landlords, version);
    expect(await rowOf(landlords)).toMatchObject({ ...JUDGED, version: 3 });
  });

  it("is refused as stale when somebody else has said something since", async () => {
    await judge(landlords);
    await expect(judge(landlords, 0)).rejects.toMatchObject({ code: "stale" });
    await expect(rank(landlords, 0, 1, "First")).rejects.toMatchObject({ code: "stale" });
  });

  it("gives a rank to one segment only", async () => {
    await rank(landlords, 0, 1, "They recommend us");
    await expect(rank(families, 0, 1, "They are many")).rejects.toMatchObject({
      code: "conflict",
      message: "Landlords & Lets has rank 1. Give it another one first.",
    });
    await rank(landlords, 1, null, null);
    await rank(families, 0, 1, "They are many");
    expect(await rowOf(landlords)).toMatchObject({ rank: null, rankWhy: null });
  });

  it("notes why not, and tells the log without its words", async () => {
    const note = (version: number, notWhy: string | null) =>
      withTenant(session, "segment:write", (tx) =>
        declineTarget(tx, session, { segmentId: families, version, notWhy }),
      );
    await note(0, "Ms Green says no");
    await note(1, "Ms Green says not yet");
    expect(await note(2, null)).toMatchObject({ former: { notWhy: "Ms Green says not yet" } });
    const events = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.findMany({ where: { objectId: families } }),
    );
    expect(events.map(({ action }) => action)).toEqual(Array(3).fill("segment.declined"));
    expect(JSON.stringify(events)).not.toContain("Green");
  });

  it("writes nothing where nothing changes", async () => {
    await judge(landlords);
    expect((await judge(landlords, 1)).version).toBe(1);
  });

  it("is said by nobody who may only read", async () => {
    await expect(judge(landlords, 0, tenant.sessionAs("department_head"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("cannot be seen or said from another workspace", async () => {
    const other = (await makeTenant()).session;
    expect((await read(other)).rows).toEqual([]);
    await expect(judge(landlords, 0, other)).rejects.toMatchObject({ code: "not_found" });
    expect(
      await withTenant(other, "segment:read", (tx) => findTarget(tx, other, landlords)),
    ).toBeNull();
  });
});

describe("weights", () => {
  const set = (version: number, weights = USUAL_WEIGHTS) =>
    withTenant(session, "segment:write", (tx) => setWeights(tx, session, { version, ...weights }));

  it("change the score, can be taken back, and are refused as stale", async () => {
    await judge(landlords);
    const before = (await rowOf(landlords))?.score;
    const { former } = await set(0, { ...USUAL_WEIGHTS, size: 3 });
    expect(former["size"]).toBe("1");
    expect((await rowOf(landlords))?.score).not.toBe(before);
    await expect(set(0)).rejects.toMatchObject({ code: "stale" });
    await set(1);
    expect((await rowOf(landlords))?.score).toBe(before);
  });

  it("of 0 leave out what is not known", async () => {
    await withTenant(session, "segment:write", (tx) =>
      judgeTarget(tx, session, {
        ...{ segmentId: landlords, version: 0 },
        ...{ fit: null, capacity: 4, competency: 3 },
      }),
    );
    expect((await rowOf(landlords))?.score).toBeNull();
    await set(0, { ...USUAL_WEIGHTS, fit: 0 });
    expect((await rowOf(landlords))?.score).toBeGreaterThan(0);
  });
});
