import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  declineTarget,
  getTargeting,
  judgeTarget,
  listTargetVersions,
  listWeightsVersions,
  rankTarget,
  restoreTarget,
  restoreWeights,
  setWeights,
} from "#lib/segments/index.ts";
import { USUAL_WEIGHTS } from "#lib/segments/targeting/types.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const JUDGED = { fit: 5, capacity: 4, competency: 3 };

let tenant: TestTenant;
let session: Session;
let landlords: string;
let families: string;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
  landlords = newId();
  families = newId();
  await withTenant(session, "segment:write", (tx) =>
    tx.customerSegment.createMany({
      data: [
        { id: landlords, name: "Landlords & Lets" },
        { id: families, name: "Family Upgraders" },
      ],
    }),
  );
});

const rank = (segmentId: string, version: number, given: number | null, why: string | null) =>
  withTenant(session, "segment:write", (tx) =>
    rankTarget(tx, session, { segmentId, version, rank: given, rankWhy: why }),
  );
const restore = (segmentId: string, version: number, former: number, by = session) =>
  withTenant(by, "segment:write", (tx) => restoreTarget(tx, by, { segmentId, version, former }));
const versionsOf = (segmentId: string, by = session) =>
  withTenant(by, "segment:read", (tx) => listTargetVersions(tx, segmentId));

async function rowOf(segmentId: string) {
  const { rows } = await withTenant(session, "segment:read", (tx) => getTargeting(tx, session));
  return rows.find((row) => row.segmentId === segmentId);
}

/** Judged, ranked third, ranked first, and noted against: versions 1 to 4. */
async function sayFourThings(): Promise<void> {
  const seen = (version: number) => ({ segmentId: landlords, version });
  await withTenant(session, "segment:write", (tx) =>
    judgeTarget(tx, session, { ...seen(0), ...JUDGED }),
  );
  await rank(landlords, 1, 3, "They are few");
  await rank(landlords, 2, 1, "They recommend us");
  await withTenant(session, "segment:write", (tx) =>
    declineTarget(tx, session, { ...seen(3), notWhy: "Not before May" }),
  );
}

describe("the history of a target", () => {
  it("tells of each change who made it, when, from what and to what", async () => {
    await sayFourThings();
    const versions = await versionsOf(landlords);
    expect(versions.map(({ version, changed }) => ({ version, changed }))).toEqual([
      { version: 4, changed: [{ part: "notWhy", from: null, to: "Not before May" }] },
      {
        version: 3,
        changed: [
          { part: "rank", from: 3, to: 1 },
          { part: "rankWhy", from: "They are few", to: "They recommend us" },
        ],
      },
      {
        version: 2,
        changed: [
          { part: "rank", from: null, to: 3 },
          { part: "rankWhy", from: null, to: "They are few" },
        ],
      },
      {
        version: 1,
        changed: [
          { part: "fit", from: null, to: 5 },
          { part: "capacity", from: null, to: 4 },
          { part: "competency", from: null, to: 3 },
        ],
      },
    ]);
    expect(versions.every(({ changedBy }) => changedBy !== null)).toBe(true);
    const times = versions.map(({ changedAt }) => Date.parse(changedAt ?? ""));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  });

  it("keeps nothing where nothing changed", async () => {
    await rank(landlords, 0, 1, "They recommend us");
    await rank(landlords, 1, 1, "They recommend us");
    expect(await versionsOf(landlords)).toHaveLength(1);
  });

  it("brings a former state back as a new version, and that back again", async () => {
    await sayFourThings();
    expect(await restore(landlords, 4, 2)).toEqual({ version: 5 });
    const former = { ...JUDGED, rank: 3, rankWhy: "They are few", notWhy: null };
    expect(await rowOf(landlords)).toMatchObject({ ...former, version: 5 });
    await restore(landlords, 5, 4);
    expect(await rowOf(landlords)).toMatchObject({
      ...JUDGED,
      ...{ rank: 1, rankWhy: "They recommend us", notWhy: "Not before May", version: 6 },
    });
    const [latest] = await versionsOf(landlords);
    expect(latest).toMatchObject({ version: 6, changed: [{ from: 3, to: 1 }, {}, {}] });
  });

  it("tells the log of it without its words", async () => {
    await sayFourThings();
    await restore(landlords, 4, 2);
    const [event] = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.findMany({ where: { objectId: landlords, action: "segment.target_restored" } }),
    );
    expect(event).toMatchObject({ before: { rank: 1, hasNote: true }, after: { rank: 3 } });
    expect(JSON.stringify(event)).not.toContain("few");
  });

  it("refuses a rank that another segment has by now, a version unseen, and one never kept", async () => {
    await sayFourThings();
    await rank(landlords, 4, 2, "They recommend us");
    await rank(families, 0, 1, "They are many");
    await expect(restore(landlords, 5, 3)).rejects.toMatchObject({
      code: "conflict",
      message: "Family Upgraders has rank 1. Give it another one first.",
    });
    await expect(restore(landlords, 4, 2)).rejects.toMatchObject({ code: "stale" });
    await expect(restore(landlords, 5, 9)).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(landlords)).toMatchObject({ rank: 2, version: 5 });
  });

  it("can be read and restored by nobody of another workspace", async () => {
    await sayFourThings();
    const other = (await makeTenant()).session;
    expect(await versionsOf(landlords, other)).toEqual([]);
    await expect(restore(landlords, 4, 2, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      restore(landlords, 4, 2, tenant.sessionAs("department_head")),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the history of the weights", () => {
  const set = (version: number, size: number) =>
    withTenant(session, "segment:write", (tx) =>
      setWeights(tx, session, { version, ...USUAL_WEIGHTS, size }),
    );
  const back = (version: number, former: number) =>
    withTenant(session, "segment:write", (tx) => restoreWeights(tx, session, { version, former }));
  const versions = (by = session) =>
    withTenant(by, "segment:read", (tx) => listWeightsVersions(tx));
  const sizeNow = async () =>
    (await withTenant(session, "segment:read", (tx) => getTargeting(tx, session))).weights.size;

  it("is empty before anybody sets any", async () => {
    expect(await versions()).toEqual([]);
  });

  it("tells what each change made of them, down to how they were before anybody said so", async () => {
    await set(0, 3);
    await set(1, 2);
    const told = await versions();
    expect(told.map(({ version, changed }) => [version, changed])).toEqual([
      [2, [{ part: "size", from: 3, to: 2 }]],
      [1, [{ part: "size", from: 1, to: 3 }]],
      [0, Object.entries(USUAL_WEIGHTS).map(([part, to]) => ({ part, from: null, to }))],
    ]);
    expect(told[0]?.changedBy).not.toBeNull();
    expect(await versions((await makeTenant()).session)).toEqual([]);
  });

  it("brings former weights back, and those of before anybody set any", async () => {
    await set(0, 3);
    await set(1, 2);
    expect(await back(2, 1)).toEqual({ version: 3 });
    expect(await sizeNow()).toBe(3);
    await back(3, 0);
    expect(await sizeNow()).toBe(1);
    await expect(back(3, 1)).rejects.toMatchObject({ code: "stale" });
    await expect(back(4, 9)).rejects.toMatchObject({ code: "not_found" });
  });
});
