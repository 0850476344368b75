import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Permission } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { LinkStatistic, linkStatistic } from "#lib/evidence/index.ts";
import {
  archivePersona,
  bringBackPersona,
  ChangePersona,
  changePersona,
  deletePersona,
  restorePersona,
} from "#lib/personae/index.ts";
import { createSegment, deleteSegment, getSegment, orderPrimary } from "#lib/segments/index.ts";
import { readEvents } from "#tests/support/people.ts";
import { addPersona } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

const BUYERS = { all: [{ field: "orders.days", op: ">=", value: 1 }] } as const;

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "segment:write", (tx) => command(tx, session, input));
const make = async (name: string) => {
  const asked = { name, rule: BUYERS, note: null, purpose: null, lawfulBasis: null };
  return (await run(createSegment, asked)).id;
};
const read = (id: string) =>
  withTenant(owner, "segment:read", (tx) => getSegment(tx, owner, { id, onDay: null }));

describe("a segment", () => {
  it("is deleted only when nothing names it; what does is told with its number", async () => {
    const id = await make("Buyers");
    await withTenant(owner, "need:write", (tx) =>
      tx.customerNeed.createMany({
        data: [1, 2].map((at) => ({ statement: `Need ${at}`, kind: "social", segmentId: id })),
      }),
    );
    await withTenant(owner, "persona:write", (tx) =>
      tx.persona.createMany({ data: [{ name: "Ann", segmentId: id }] }),
    );
    await run(orderPrimary, { move: null, asked: [{ segmentId: id, rank: 1 }] });
    const { uses, version } = await read(id);
    expect(uses).toMatchObject([
      { kind: "needs", count: 2, named: [{ name: "Need 1" }, { name: "Need 2" }] },
      { kind: "personae", count: 1, named: [{ of: "persona", name: "Ann", personaId: null }] },
      { kind: "primary", count: 1, named: [] },
    ]);
    await expect(run(deleteSegment, { segmentId: id, version })).rejects.toMatchObject({
      code: "conflict",
      message:
        "Buyers is used by 2 needs (“Need 1” and “Need 2”), 1 persona (“Ann”), and 1 place in the primary segmentation. Give each of them another segment, on its own page. Take it out of the primary segmentation, or archive it: that does so too. It can be deleted once nothing uses it. Archived, it keeps what names it.",
    });
    const unused = await make("Unused");
    await expect(run(deleteSegment, { segmentId: unused, version: 9 })).rejects.toMatchObject({
      code: "stale",
    });
    await run(deleteSegment, { segmentId: unused, version: 1 });
    await expect(read(unused)).rejects.toMatchObject({ code: "not_found" });
    expect((await readEvents(owner, unused)).map(({ action }) => action)).toEqual([
      "segment.created",
      "segment.deleted",
    ]);
  });

  it("is deleted on the way that is told while a deleted persona can be brought back to it", async () => {
    const [segmentId, other] = [await make("Buyers"), await make("Others")];
    const { id: personaId } = await addPersona(owner, { segmentId });
    const moved = { personaId, version: "3", name: "Marta", segmentId: other };
    await run(archivePersona, { personaId, version: 1 });
    await run(deletePersona, { personaId });
    await expect(run(deleteSegment, { segmentId })).rejects.toMatchObject({
      message: expect.stringContaining(
        "bring each back, restore it and give it another segment or take the number away.",
      ),
    });
    await run(bringBackPersona, { personaId });
    await run(restorePersona, { personaId, version: 2 });
    await run(changePersona, ChangePersona.parse(moved));
    await run(deleteSegment, { segmentId });
    await expect(read(segmentId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is not deleted while a number of it is evidence: nothing else would show it", async () => {
    const id = await make("Backs a need");
    const href = `https://cx.example/w/${owner.workspace.slug}/segments/${id.toUpperCase()}?asOf=2026-10-01`;
    const need = { id: randomUUID(), statement: "Be told at once", kind: "social" };
    const ann = { id: randomUUID(), name: "Ann", segmentId: await make("Backs nothing") };
    const claim = { id: randomUUID(), statement: "Hates queues", personaId: ann.id };
    const number = { label: "NPS", value: "12", n: "40", unit: "", low: "1", high: "20" };
    const link = (subject: string, subjectId: string, datedOn = "2026-10-01") =>
      withTenant(owner, "evidence:write", (tx) => {
        const about = { subject, subjectId, stance: "supports" };
        const asked = { ...about, ...number, href, datedOn };
        return linkStatistic(tx, owner, LinkStatistic.parse(asked));
      });
    await withTenant(owner, "persona:write", async (tx) => {
      await tx.customerNeed.createMany({ data: [need] });
      await tx.persona.createMany({ data: [ann] });
      const rest = { position: 1, confidence: "low", expiresOn: new Date("2030-01-01") };
      await tx.personaClaim.createMany({ data: [{ ...claim, ...rest }] });
    });
    await link("need", need.id);
    await link("claim", claim.id);
    await link("claim", claim.id, "2026-09-01");
    expect((await read(id)).uses).toEqual([
      {
        ...{ kind: "evidence", count: 3 },
        named: [
          { of: "need", id: need.id, name: "Be told at once", personaId: null },
          { of: "claim", id: claim.id, name: "Hates queues", personaId: ann.id },
        ],
      },
    ]);
    const way =
      "Take the number away from what it is evidence of. It can be deleted once nothing uses it. Archived, it keeps what names it.";
    await expect(run(deleteSegment, { segmentId: id, version: 1 })).rejects.toMatchObject({
      message: `Backs a need is used by 3 numbers that are evidence of “Be told at once” and “Hates queues”. ${way}`,
    });
    const key = { ...owner, permissions: new Set<Permission>(["segment:read", "segment:write"]) };
    await expect(run(deleteSegment, { segmentId: id, version: 1 }, key)).rejects.toMatchObject({
      message: `Backs a need is used by 3 numbers that are evidence of something. ${way}`,
    });
    expect((await read(await make("Named nowhere"))).uses).toEqual([]);
  });
});
