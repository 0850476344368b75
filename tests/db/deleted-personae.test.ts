import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { runDailyCleanUp } from "#lib/clean-up/jobs.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import { LinkStatistic, linkEvidence, linkStatistic, listEvidence } from "#lib/evidence/index.ts";
import {
  bringBackInterview,
  cutEvidence,
  deleteInterview,
  RecordInterview,
  recordInterview,
} from "#lib/interviews/index.ts";
import {
  addClaim,
  archivePersona,
  bringBackClaim,
  bringBackPersona,
  deletePersona,
  getPersona,
  removeClaim,
  restorePersona,
  SetStages,
  setStages,
} from "#lib/personae/index.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { deleteSegment } from "#lib/segments/index.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { readEvents } from "#tests/support/people.ts";
import { addClaimTo, addCustomer, addPersona, addSignal } from "#tests/support/personae.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "persona:write", (tx) => command(tx, session, input));
const get = (id: string) => withTenant(owner, "persona:read", (tx) => getPersona(tx, owner, id));
const deleted = (session = owner) =>
  withTenant(session, "persona:read", (tx) => listDeleted(tx, session, { kind: "persona" }));
const removed = (personaId: string, session = owner) =>
  withTenant(session, "persona:read", (tx) =>
    listDeleted(tx, session, { kind: "claim", partOf: personaId }),
  );
const sourcesOf = (subject: "persona" | "claim", subjectId: string) =>
  withTenant(owner, "evidence:read", (tx) => listEvidence(tx, owner, { subject, subjectId }));
const DAYS_AGO = new Date(Date.now() - 25 * 60 * 60 * 1000);
const age = () =>
  withTenant(owner, "persona:write", (tx) =>
    tx.deletedRecord.updateMany({ data: { deletedAt: DAYS_AGO } }),
  );
const erase = (customerId: string, number: string) =>
  withTenant(owner, "protection:write", (tx) => erasePerson(tx, owner, { customerId, number }));

/** A persona with two claims, a stage, and evidence of a signal, of an interview and of a number. */
async function makeBacked() {
  const { id, segmentId } = await addPersona(owner, { quote: "I need a time." });
  const [first, second] = [await addClaimTo(owner, id), await addClaimTo(owner, id)];
  const [stage] = (await get(id)).stages;
  const stageId = stage?.stageId ?? "";
  await run(
    setStages,
    SetStages.parse({ personaId: id, version: "1", [`line_${stageId}`]: "A friend tells her" }),
  );
  const signalId = await addSignal(owner, "Call me first.");
  await run(linkEvidence, {
    ...{ subject: "claim", subjectId: first, stance: "supports", source: "signal" },
    ...{ sourceId: signalId, excerpt: "Call me" },
  } as const);
  const said = { title: "A landlord", heldOn: "2026-10-01", notes: "I need\na time. Not sorry." };
  const { id: interviewId } = await run(recordInterview, RecordInterview.parse(said));
  for (const target of [`claim.${first}`, `persona.${id}`])
    await run(cutEvidence, { interviewId, target, excerpt: "a time", stance: "supports" });
  await run(
    linkStatistic,
    LinkStatistic.parse({
      ...{ subject: "claim", subjectId: second, label: "NPS", value: "21", n: "40" },
      ...{ href: `/w/${owner.workspace.slug}/segments/${segmentId}`, datedOn: "2026-01-02" },
    }),
  );
  return { id, segmentId, first, second, signalId, interviewId };
}

/** Archived, as one that is deleted has to be. */
async function makeArchived() {
  const made = await makeBacked();
  const { version } = await get(made.id);
  await run(archivePersona, { personaId: made.id, version });
  const seen = { personaId: made.id, version: version + 1 };
  return { ...made, seen, remove: () => run(deletePersona, seen) };
}

describe("a persona that is deleted", () => {
  it("comes back archived with its claims, its stages and its evidence, once, and each is in the log", async () => {
    const { id, first, seen, remove } = await makeArchived();
    const before = await get(id);
    const sources = await sourcesOf("claim", first);
    await remove();
    await expect(get(id)).rejects.toMatchObject({ code: "not_found" });
    expect(await deleted()).toMatchObject([{ id, name: "Marta" }]);
    expect(await run(bringBackPersona, { personaId: id })).toEqual({ id, name: "Marta" });
    expect(await get(id)).toEqual(before);
    expect(before.claims).toHaveLength(2);
    expect(before.stages[0]).toMatchObject({ line: "A friend tells her" });
    expect(await sourcesOf("claim", first)).toEqual(sources);
    expect(sources).toHaveLength(2);
    expect(await sourcesOf("persona", id)).toHaveLength(1);
    expect(await deleted()).toEqual([]);
    await expect(run(bringBackPersona, { personaId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await readEvents(owner, id)).map(({ action }) => action).slice(-2)).toEqual([
      ...["persona.deleted", "persona.brought_back"],
    ]);
    await run(restorePersona, seen);
    expect(await get(id)).toMatchObject({ isArchived: false });
  });

  it("comes back beside one that has its name meanwhile, and is restored once that is free", async () => {
    const { id, segmentId, seen, remove } = await makeArchived();
    await remove();
    await addPersona(owner, { segmentId });
    await run(bringBackPersona, { personaId: id });
    await expect(run(restorePersona, seen)).rejects.toMatchObject({ code: "conflict" });
  });

  it("comes back without evidence whose source is gone, and not to a segment that is", async () => {
    const { id, first, segmentId, signalId, remove, seen } = await makeArchived();
    await remove();
    await withTenant(owner, "import:write", (tx) =>
      tx.signal.deleteMany({ where: { id: signalId } }),
    );
    await run(bringBackPersona, { personaId: id });
    expect(await sourcesOf("claim", first)).toMatchObject([{ kind: "interview" }]);
    await run(deletePersona, seen);
    await withTenant(owner, "segment:write", (tx) =>
      tx.customerSegment.deleteMany({ where: { id: segmentId } }),
    );
    await expect(run(bringBackPersona, { personaId: id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("has been deleted since"),
    });
  });

  it.each([
    ["persona", "persona"],
    ["persona", "interview"],
    ["interview", "persona"],
    ["interview", "interview"],
  ])(
    "keeps what an interview says that is deleted too: %s goes first, %s is back first",
    async (gone, back) => {
      const { id, first, interviewId, remove } = await makeArchived();
      const away = [remove, () => run(deleteInterview, { interviewId, withEvidence: true })];
      const again = [
        () => run(bringBackPersona, { personaId: id }),
        () => run(bringBackInterview, { interviewId }),
      ];
      for (const step of gone === "persona" ? away : away.toReversed()) await step();
      for (const step of back === "persona" ? again : again.toReversed()) await step();
      expect(await sourcesOf("claim", first)).toHaveLength(2);
      expect(await sourcesOf("persona", id)).toHaveLength(1);
    },
  );

  it("comes back once where two bring it back at once", async () => {
    const { id, remove } = await makeArchived();
    await remove();
    const back = (tx: TenantTx) => bringBackPersona(tx, owner, { personaId: id });
    const outcomes = await atOnce((work) => withTenant(owner, "persona:write", work), back, back);
    expect(outcomes).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "not_found" } },
    ]);
    expect((await get(id)).claims).toHaveLength(2);
  });

  it("holds its segment until it is forgotten", async () => {
    const { segmentId, remove } = await makeArchived();
    await remove();
    await expect(run(deleteSegment, { segmentId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("by 1 deleted persona that can be brought back for a day."),
    });
    await age();
    await run(deleteSegment, { segmentId });
  });

  it("is forgotten at once when a person is erased: it may quote them", async () => {
    const { remove } = await makeArchived();
    const customerId = await addCustomer(owner, "C-1");
    await remove();
    await erase(customerId, "C-1");
    expect(await deleted()).toEqual([]);
  });

  it("is forgotten after a day, and is its workspace's own", async () => {
    const { id, remove } = await makeArchived();
    await remove();
    const stranger = (await makeTenant()).session;
    expect(await deleted(stranger)).toEqual([]);
    await expect(run(bringBackPersona, { personaId: id }, stranger)).rejects.toMatchObject({
      code: "not_found",
    });
    await age();
    expect(await deleted()).toEqual([]);
    await expect(run(bringBackPersona, { personaId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    await runDailyCleanUp({});
    const left = await withTenant(owner, "persona:read", (tx) => tx.deletedRecord.count());
    expect(left).toBe(0);
  });
});

describe("a claim that is removed", () => {
  it("comes back in its place with its evidence, once, and each is in the log of its persona", async () => {
    const { id, first } = await makeBacked();
    const before = await get(id);
    const sources = await sourcesOf("claim", first);
    await run(removeClaim, { claimId: first, version: 1 });
    expect((await get(id)).claims).toHaveLength(1);
    expect(await removed(id)).toMatchObject([{ id: first, name: before.claims[0]?.statement }]);
    expect(await run(bringBackClaim, { claimId: first })).toMatchObject({ personaId: id });
    expect(await get(id)).toEqual(before);
    expect(await sourcesOf("claim", first)).toEqual(sources);
    expect(await removed(id)).toEqual([]);
    await expect(run(bringBackClaim, { claimId: first })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await readEvents(owner, id)).map(({ action }) => action).slice(-2)).toEqual([
      ...["persona.claim_removed", "persona.claim_brought_back"],
    ]);
  });

  it("comes back only to a persona that is there and is not archived", async () => {
    const { id, first } = await makeBacked();
    await run(removeClaim, { claimId: first, version: 1 });
    const { version } = await get(id);
    await run(archivePersona, { personaId: id, version });
    await expect(run(bringBackClaim, { claimId: first })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("archived"),
    });
    await run(deletePersona, { personaId: id, version: version + 1 });
    await expect(run(bringBackClaim, { claimId: first })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Bring it back first."),
    });
    await run(bringBackPersona, { personaId: id });
    expect((await get(id)).claims).toHaveLength(1);
    await run(restorePersona, { personaId: id, version: version + 1 });
    await run(bringBackClaim, { claimId: first });
    expect((await get(id)).claims.map((claim) => claim.id)).toContain(first);
    expect(await sourcesOf("claim", first)).toHaveLength(2);
  });

  it("does not come back to a persona that has 50 others", async () => {
    const { id, first } = await makeBacked();
    await run(removeClaim, { claimId: first, version: 1 });
    for (let at = 1; at < 50; at += 1)
      await run(addClaim, {
        ...{ personaId: id, statement: `Claim ${at}`, confidence: "low", expiresOn: "2099-01-31" },
      } as const);
    await expect(run(bringBackClaim, { claimId: first })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await removed(id)).toHaveLength(1);
  });

  it("holds the segment of a number that is its evidence", async () => {
    const { id, second, segmentId } = await makeBacked();
    const { id: other } = await addPersona(owner, { name: "Jonas" });
    await run(removeClaim, { claimId: second, version: 1 });
    await withTenant(owner, "persona:write", (tx) =>
      tx.persona.deleteMany({ where: { id: { in: [id, other] } } }),
    );
    await expect(run(deleteSegment, { segmentId })).rejects.toMatchObject({
      message: expect.stringContaining("by 1 removed claim that can be brought back for a day."),
    });
  });

  it("is forgotten when a person is erased, and is its workspace's own", async () => {
    const { id, first } = await makeBacked();
    const customerId = await addCustomer(owner, "C-1");
    await run(removeClaim, { claimId: first, version: 1 });
    const stranger = (await makeTenant()).session;
    expect(await removed(id, stranger)).toEqual([]);
    await expect(run(bringBackClaim, { claimId: first }, stranger)).rejects.toMatchObject({
      code: "not_found",
    });
    await erase(customerId, "C-1");
    expect(await removed(id)).toEqual([]);
  });
});
