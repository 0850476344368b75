import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  archiveNeed,
  changeNeed,
  changeNeedFields,
  createNeed,
  deleteNeed,
  getNeed,
  listMapped,
  listNeeds,
  listQuestions,
  restoreNeed,
} from "#lib/needs/index.ts";
import { CALL_NEED, makeSurveyed, type Surveyed } from "#tests/support/needs.ts";
import { readEvents } from "#tests/support/people.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const IMPORTANT = "How important is it that somebody calls before they come?";

let of: Surveyed;
beforeEach(async () => {
  of = await makeSurveyed();
});

const get = (id: string, session = of.owner) => of.read((tx, who) => getNeed(tx, who, id), session);

describe("the register of needs", () => {
  it("takes, changes, archives, restores and deletes a need, each with its event", async () => {
    const id = await of.make({ note: "From the spring interviews" });
    await of.run(changeNeed, { ...CALL_NEED, needId: id, version: 1, kind: "emotional" });
    expect(await get(id)).toMatchObject({ kind: "emotional", note: null, version: 2 });
    await of.run(changeNeed, { ...CALL_NEED, needId: id, version: 2, kind: "emotional" });
    await of.run(archiveNeed, { needId: id, version: 2 });
    expect(await get(id)).toMatchObject({ isArchived: true, version: 3 });
    await of.run(restoreNeed, { needId: id, version: 3 });
    await of.run(deleteNeed, { needId: id, version: 4, withLinks: false });
    await expect(get(id)).rejects.toMatchObject({ code: "not_found" });
    expect((await readEvents(of.owner, id)).map(({ action }) => action)).toEqual([
      ...["need.created", "need.changed", "need.archived", "need.restored", "need.deleted"],
    ]);
  });

  it("refuses a change to what somebody else has changed, and to an archived one", async () => {
    const id = await of.make();
    await of.run(changeNeed, {
      ...CALL_NEED,
      needId: id,
      version: 1,
      statement: "They come when they say",
    });
    await expect(
      of.run(changeNeed, { ...CALL_NEED, needId: id, version: 1 }),
    ).rejects.toMatchObject({
      ...{ code: "stale", detail: { conflict: { current: "They come when they say" } } },
    });
    await of.run(archiveNeed, { needId: id, version: 2 });
    const refused = { code: "conflict" };
    await expect(
      of.run(changeNeed, { ...CALL_NEED, needId: id, version: 3 }),
    ).rejects.toMatchObject(refused);
    await expect(of.run(archiveNeed, { needId: id, version: 3 })).rejects.toMatchObject(refused);
    await of.run(restoreNeed, { needId: id, version: 3 });
    await expect(of.run(restoreNeed, { needId: id, version: 4 })).rejects.toMatchObject(refused);
  });

  it("refuses a segment that is not there or archived, and a need that is not there", async () => {
    const gone = { code: "invalid_input", detail: { fields: { segmentId: [expect.any(String)] } } };
    await expect(of.run(createNeed, { ...CALL_NEED, segmentId: uuidv7() })).rejects.toMatchObject(
      gone,
    );
    const segmentId = await of.makeSegment("Lets", []);
    const id = await of.make({ segmentId });
    await withTenant(of.owner, "import:write", (tx) =>
      tx.customerSegment.updateMany({ where: { id: segmentId }, data: { archivedAt: new Date() } }),
    );
    await expect(of.run(createNeed, { ...CALL_NEED, segmentId })).rejects.toMatchObject(gone);
    // What has the segment already keeps it.
    await of.run(changeNeed, {
      ...CALL_NEED,
      segmentId,
      needId: id,
      version: 1,
      statement: "Call me",
    });
    await expect(of.run(archiveNeed, { needId: uuidv7(), version: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("changes the fields that the API gives, and puts away last", async () => {
    const id = await of.make({ note: "Why" });
    await of.run(changeNeedFields, { needId: id, statement: "Call me", isArchived: true });
    expect(await get(id)).toMatchObject({ statement: "Call me", note: "Why", isArchived: true });
    await of.run(changeNeedFields, { needId: id, note: null, isArchived: false });
    expect(await get(id)).toMatchObject({ note: null, isArchived: false });
  });

  it("deletes what hangs on a need only when that is said, and no answers", async () => {
    const id = await of.make();
    await of.say([{ question: IMPORTANT, score: 5 }]);
    await of.map(id, "importance", IMPORTANT);
    const asked = { needId: id, version: 1 };
    await expect(of.run(deleteNeed, { ...asked, withLinks: false })).rejects.toMatchObject({
      code: "conflict",
    });
    await of.run(deleteNeed, { ...asked, withLinks: true });
    const left = await withTenant(of.owner, "need:read", async (tx) => ({
      mapped: await listMapped(tx, of.owner),
      answers: await tx.signal.count(),
    }));
    expect(left).toEqual({ mapped: [], answers: 1 });
  });

  it("cannot see another workspace's", async () => {
    const id = await of.make();
    await of.say([{ question: IMPORTANT, score: 5 }]);
    const other = (await makeTenant()).session;
    expect(await of.read((tx, who) => listNeeds(tx, who), other)).toEqual([]);
    await expect(get(id, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(of.run(archiveNeed, { needId: id, version: 1 }, other)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await withTenant(other, "need:read", (tx) => listQuestions(tx, other))).toEqual([]);
  });
});
