import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { runDailyCleanUp } from "#lib/clean-up/jobs.ts";
import { mergeCustomers, unmergeCustomers } from "#lib/customers/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import {
  bringBackInterview,
  cutEvidence,
  deleteInterview,
  getInterview,
  RecordInterview,
  recordInterview,
} from "#lib/interviews/index.ts";
import { bringBackNeed, createNeed, deleteNeed } from "#lib/needs/index.ts";
import { removeClaim } from "#lib/personae/index.ts";
import { erasePerson, exportPerson } from "#lib/protection/index.ts";
import { deleteSegment } from "#lib/segments/index.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { readEvents } from "#tests/support/people.ts";
import { addClaimTo, addCustomer, addPersona } from "#tests/support/personae.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
type Work = (tx: TenantTx) => Promise<unknown>;
const write = (work: Work) => withTenant(owner, "evidence:write", work);
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "evidence:write", (tx) => command(tx, session, input));
const get = (id: string, session = owner) =>
  withTenant(session, "evidence:read", (tx) => getInterview(tx, session, id));
const deleted = (session = owner) =>
  withTenant(session, "evidence:read", (tx) => listDeleted(tx, session, { kind: "interview" }));
const merge = (mergedId: string, survivorId: string) =>
  withTenant(owner, "customer:write", (tx) =>
    mergeCustomers(tx, owner, { firstId: mergedId, secondId: survivorId, survivorId }),
  );
/** Take the last merge back. */
const unmerge = () =>
  withTenant(owner, "customer:write", async (tx) => {
    const { id: mergeId } = await tx.customerMerge.findFirstOrThrow({ orderBy: { id: "desc" } });
    return unmergeCustomers(tx, owner, { mergeId });
  });
const NEED = {
  statement: "Somebody calls",
  kind: "functional",
  segmentId: null,
  note: null,
} as const;

/** An interview with a customer and a segment, and what of it speaks for a claim, against its persona, and for a need. */
async function makeCut() {
  const { id: personaId, segmentId } = await addPersona(owner);
  const claimId = await addClaimTo(owner, personaId);
  const { id: needId } = await run(createNeed, NEED);
  const customerId = await addCustomer(owner, "C-1");
  const said = {
    ...{ title: "A landlord", heldOn: "2026-10-01", notes: "I need\na time. Not sorry." },
    ...{ customerNumber: "C-1", segmentId },
  };
  const { id: interviewId } = await run(recordInterview, RecordInterview.parse(said));
  const cut = (target: string, excerpt: string, stance: "supports" | "contradicts") =>
    run(cutEvidence, { interviewId, target, excerpt, stance });
  await cut(`claim.${claimId}`, "I need a time.", "supports");
  await cut(`persona.${personaId}`, "Not sorry.", "contradicts");
  await cut(`need.${needId}`, "a time", "supports");
  return { interviewId, personaId, claimId, needId, segmentId, customerId };
}

describe("an interview that is deleted", () => {
  it("comes back as it was with what was cut out of it, once, and each is in the log", async () => {
    const { interviewId } = await makeCut();
    const before = await get(interviewId);
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await expect(get(interviewId)).rejects.toMatchObject({ code: "not_found" });
    expect(await deleted()).toMatchObject([{ id: interviewId, name: "A landlord" }]);
    expect(await run(bringBackInterview, { interviewId })).toEqual({
      ...{ id: interviewId, name: "A landlord" },
    });
    expect(await get(interviewId)).toEqual(before);
    expect(before.cuttings).toHaveLength(3);
    expect(await deleted()).toEqual([]);
    await expect(run(bringBackInterview, { interviewId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await readEvents(owner, interviewId)).map(({ action }) => action)).toEqual([
      ...["interview.recorded", "interview.deleted", "interview.brought_back"],
    ]);
  });

  it("comes back without what it said of a claim that is gone since", async () => {
    const { interviewId, claimId } = await makeCut();
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await withTenant(owner, "persona:write", (tx) =>
      tx.personaClaim.deleteMany({ where: { id: claimId } }),
    );
    await run(bringBackInterview, { interviewId });
    const { cuttings } = await get(interviewId);
    expect(cuttings.map(({ about }) => about)).toEqual(["Marta", NEED.statement]);
  });

  it.each([
    ["need", "need"],
    ["need", "interview"],
    ["interview", "need"],
    ["interview", "interview"],
  ])(
    "keeps what it says of a need deleted too: %s goes first, %s is back first",
    async (gone, back) => {
      const { interviewId, needId } = await makeCut();
      const remove = [
        () => run(deleteNeed, { needId, withLinks: true }),
        () => run(deleteInterview, { interviewId, version: 1, withEvidence: true }),
      ];
      const restore = [
        () => run(bringBackNeed, { needId }),
        () => run(bringBackInterview, { interviewId }),
      ];
      for (const step of gone === "need" ? remove : remove.toReversed()) await step();
      for (const step of back === "need" ? restore : restore.toReversed()) await step();
      const { cuttings } = await get(interviewId);
      expect(cuttings.filter(({ about }) => about === NEED.statement)).toMatchObject([
        { excerpt: "a time", stance: "supports" },
      ]);
    },
  );

  it("is of who its customer was merged into since", async () => {
    const { interviewId, customerId } = await makeCut();
    const survivorId = await addCustomer(owner, "C-2");
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await merge(customerId, survivorId);
    await run(bringBackInterview, { interviewId });
    expect(await get(interviewId)).toMatchObject({ customerNumber: "C-2" });
  });

  it.each([
    ["delete", "merge", "bring back", "unmerge"],
    ["delete", "merge", "unmerge", "bring back"],
    ["merge", "delete", "bring back", "unmerge"],
    ["merge", "delete", "unmerge", "bring back"],
    ["delete", "merge", "merge on", "bring back", "unmerge", "unmerge"],
    ["merge", "delete", "merge on", "bring back", "unmerge", "unmerge"],
    ["merge", "merge on", "delete", "unmerge", "bring back", "unmerge"],
    ["merge", "merge on", "delete", "unmerge", "unmerge", "bring back"],
  ] as const)(
    "is its own customer's once merges are taken back: %s, %s, %s, %s",
    async (...order) => {
      const { interviewId, customerId } = await makeCut();
      const [second, third] = [await addCustomer(owner, "C-2"), await addCustomer(owner, "C-3")];
      const steps = {
        delete: () => run(deleteInterview, { interviewId, version: 1, withEvidence: true }),
        merge: () => merge(customerId, second),
        "merge on": () => merge(second, third),
        "bring back": () => run(bringBackInterview, { interviewId }),
        unmerge,
      };
      for (const step of order) await steps[step]();
      expect(await get(interviewId)).toMatchObject({ customerNumber: "C-1" });
    },
  );

  it("is in the file of its customer, and of whom they were merged into since", async () => {
    const { interviewId, customerId } = await makeCut();
    const survivorId = await addCustomer(owner, "C-2");
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    const heldOf = async (id: string) =>
      (await withTenant(owner, "protection:write", (tx) => exportPerson(tx, owner, id))).tables[
        "deleted_interview"
      ];
    expect(await heldOf(customerId)).toMatchObject([{ id: interviewId, title: "A landlord" }]);
    expect(await heldOf(survivorId)).toBeUndefined();
    await merge(customerId, survivorId);
    expect(await heldOf(survivorId)).toMatchObject([{ id: interviewId }]);
  });

  it.each([
    [["delete interview", "delete need"], "bring back interview", "bring back need", []],
    [["delete need"], "delete interview", "bring back need", ["bring back interview"]],
    [["delete interview"], "bring back interview", "delete need", ["bring back need"]],
  ] as const)("keeps what it says of a need: %j, then %s and %s at once", async (...order) => {
    const [before, first, second, after] = order;
    const { interviewId, needId } = await makeCut();
    const steps = {
      "delete interview": (tx: TenantTx) =>
        deleteInterview(tx, owner, { interviewId, withEvidence: true }),
      "delete need": (tx: TenantTx) => deleteNeed(tx, owner, { needId, withLinks: true }),
      "bring back interview": (tx: TenantTx) => bringBackInterview(tx, owner, { interviewId }),
      "bring back need": (tx: TenantTx) => bringBackNeed(tx, owner, { needId }),
    };
    for (const step of before) await write(steps[step]);
    const outcomes = await atOnce(write, steps[first], steps[second]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    for (const step of after) await write(steps[step]);
    const { cuttings } = await get(interviewId);
    expect(cuttings.filter(({ about }) => about === NEED.statement)).toHaveLength(1);
  });

  it("is of nobody where its customer is gone, and holds its segment meanwhile", async () => {
    const { interviewId, customerId, personaId, segmentId } = await makeCut();
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await withTenant(owner, "persona:write", async (tx) => {
      await tx.persona.deleteMany({ where: { id: personaId } });
      await tx.customer.deleteMany({ where: { id: customerId } });
    });
    await expect(run(deleteSegment, { segmentId })).rejects.toMatchObject({
      message: expect.stringContaining(
        "is used by 1 deleted interview that can be brought back for a day.",
      ),
    });
    await run(bringBackInterview, { interviewId });
    expect(await get(interviewId)).toMatchObject({ customer: null, segment: { id: segmentId } });
  });

  it("does not come back to a segment that is gone", async () => {
    const { interviewId, personaId, segmentId } = await makeCut();
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await withTenant(owner, "segment:write", async (tx) => {
      await tx.persona.deleteMany({ where: { id: personaId } });
      await tx.customerSegment.deleteMany({ where: { id: segmentId } });
    });
    await expect(run(bringBackInterview, { interviewId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is forgotten at once when a person is erased: it may quote them", async () => {
    const { interviewId, customerId } = await makeCut();
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    await withTenant(owner, "protection:write", (tx) =>
      erasePerson(tx, owner, { customerId, number: "C-1" }),
    );
    expect(await deleted()).toEqual([]);
  });

  it.each(["need", "claim", "interview"] as const)(
    "leaves no words of a person who is erased at the same time: %s",
    async (kind) => {
      const { interviewId, needId, claimId, customerId } = await makeCut();
      const remove = {
        need: (tx: TenantTx) => deleteNeed(tx, owner, { needId, withLinks: true }),
        claim: (tx: TenantTx) => removeClaim(tx, owner, { claimId, version: 1 }),
        interview: (tx: TenantTx) =>
          deleteInterview(tx, owner, { interviewId, withEvidence: true }),
      };
      const erase = (tx: TenantTx) => erasePerson(tx, owner, { customerId, number: "C-1" });
      const outcomes = await atOnce(write, erase, remove[kind]);
      expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
      const kept = await withTenant(owner, "evidence:read", (tx) =>
        tx.deletedRecord.findMany({ select: { kept: true } }),
      );
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept)).not.toContain("a time");
    },
  );

  it("is forgotten after a day, and is its workspace's own", async () => {
    const { interviewId } = await makeCut();
    await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
    const stranger = (await makeTenant()).session;
    expect(await deleted(stranger)).toEqual([]);
    await expect(run(bringBackInterview, { interviewId }, stranger)).rejects.toMatchObject({
      code: "not_found",
    });
    await runDailyCleanUp({});
    expect(await deleted()).toHaveLength(1);
    const deletedAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await withTenant(owner, "evidence:write", (tx) =>
      tx.deletedRecord.updateMany({ data: { deletedAt } }),
    );
    expect(await deleted()).toEqual([]);
    await runDailyCleanUp({});
    const left = await withTenant(owner, "evidence:read", (tx) => tx.deletedRecord.count());
    expect(left).toBe(0);
  });
});
