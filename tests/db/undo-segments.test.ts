import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createNeed, deleteNeed } from "#lib/needs/index.ts";
import { changeSegment, listSegments, orderPrimary } from "#lib/segments/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

const FILE =
  "response_id,email,date,metric,score,comment,segment\n" +
  "R1,ann@a.example,2025-01-03,NPS,9,Quick help,Plain\n" +
  "R2,bob@b.example,2025-01-04,NPS,3,Waited long,Ruled\n" +
  "R3,cy@c.example,2025-01-05,NPS,7,,Needed\n" +
  "R4,di@d.example,2025-01-06,NPS,8,,Judged\n";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const list = async () =>
  (await withTenant(session, "segment:read", (tx) => listSegments(tx))).segments;

it("takes back the segments that a file named, but none that people have made something of since", async () => {
  const made = await importText(session, { kind: "signals", text: FILE });
  const named = await list();
  expect(named.map(({ name, kind }) => [name, kind])).toEqual(
    ["Judged", "Needed", "Plain", "Ruled"].map((name) => [name, "named"]),
  );
  const idOf = (name: string) => named.find((each) => each.name === name)?.id ?? "";
  await withTenant(session, "segment:write", async (tx) => {
    const rule = { all: [{ field: "orders.count", op: ">", value: 0 }] } as const;
    await changeSegment(tx, session, { segmentId: idOf("Ruled"), version: 1, rule });
    await tx.segmentTarget.createMany({ data: [{ segmentId: idOf("Judged"), fit: 4 }] });
    await tx.customerNeed.createMany({
      data: [{ statement: "Be met", kind: "emotional", segmentId: idOf("Needed") }],
    });
  });
  await undoOf(session, made.id);
  expect((await list()).map(({ name, kind }) => [name, kind])).toEqual([
    ["Judged", "named"],
    ["Needed", "named"],
    ["Ruled", "rule"],
  ]);
  const kept = (await keptBy(session, made.id)).map(({ number }) => number);
  expect(kept).toEqual(expect.arrayContaining(["Judged", "Needed", "Ruled"]));
});

it("takes back a segment that a deleted need names once the day is over in which it can be brought back", async () => {
  const made = await importText(session, { kind: "signals", text: FILE });
  const [judged, needed] = await list();
  await withTenant(session, "need:write", async (tx) => {
    for (const { id: segmentId, deletedAt } of [
      { id: judged?.id ?? "", deletedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
      { id: needed?.id ?? "", deletedAt: new Date() },
    ]) {
      const asked = { statement: "Be met", kind: "emotional", note: null, segmentId } as const;
      const { id } = await createNeed(tx, session, asked);
      await deleteNeed(tx, session, { needId: id, version: 1, withLinks: false });
      await tx.deletedRecord.updateMany({ where: { id }, data: { deletedAt } });
    }
  });
  await undoOf(session, made.id);
  expect((await list()).map(({ name }) => name)).toEqual(["Needed"]);
});

it("lets only segments with members of their own into the primary segmentation", async () => {
  await importText(session, { kind: "signals", text: FILE });
  const [first] = await list();
  const asked = [{ segmentId: first?.id ?? "", rank: 1 }];
  await expect(
    withTenant(session, "segment:write", (tx) => orderPrimary(tx, session, { move: null, asked })),
  ).rejects.toMatchObject({ code: "not_found" });
});
