import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { linkEvidence, listEvidence } from "#lib/evidence/index.ts";
import {
  bringBackInterview,
  deleteInterview,
  getInterview,
  RecordInterview,
  recordInterview,
} from "#lib/interviews/index.ts";
import { bringBackNeed, createNeed, deleteNeed } from "#lib/needs/index.ts";
import {
  archivePersona,
  bringBackPersona,
  deletePersona,
  getPersona,
  SetStages,
  setStages,
} from "#lib/personae/index.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { addClaimTo, addCustomer, addPersona, addSignal } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

const write = (work: (tx: TenantTx) => Promise<unknown>) =>
  withTenant(owner, "persona:write", work);
const sourcesOf = (subject: "claim" | "need", subjectId: string) =>
  withTenant(owner, "evidence:read", (tx) => listEvidence(tx, owner, { subject, subjectId }));
/** One after the other, the second begun before the first is committed: both come through. */
async function bothAtOnce(
  first: (tx: TenantTx) => Promise<unknown>,
  second: (tx: TenantTx) => Promise<unknown>,
) {
  const outcomes = await atOnce(write, first, second);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
}

describe("evidence that is linked at the same time", () => {
  it("goes and comes back with the persona of its claim, which is deleted", async () => {
    const { id: personaId } = await addPersona(owner);
    const subjectId = await addClaimTo(owner, personaId);
    const sourceId = await addSignal(owner, "Call me first.");
    await write((tx) => archivePersona(tx, owner, { personaId, version: 1 }));
    const of = { subject: "claim", subjectId, stance: "supports" } as const;
    await bothAtOnce(
      (tx) => linkEvidence(tx, owner, { ...of, source: "signal", sourceId, excerpt: "Call me" }),
      (tx) => deletePersona(tx, owner, { personaId }),
    );
    await write((tx) => bringBackPersona(tx, owner, { personaId }));
    expect(await sourcesOf("claim", subjectId)).toMatchObject([
      { kind: "signal", excerpt: "Call me" },
    ]);
  });
});

describe("what comes back while what it points at is deleted", () => {
  it("a need is back without the evidence whose source goes", async () => {
    const asked = { statement: "Call first", kind: "functional", segmentId: null } as const;
    const { id: needId } = await withTenant(owner, "need:write", (tx) =>
      createNeed(tx, owner, { ...asked, note: null }),
    );
    const of = { subject: "need", subjectId: needId, stance: "supports" } as const;
    const [gone, left] = [await addSignal(owner, "Call me."), await addSignal(owner, "Call us.")];
    for (const sourceId of [gone, left])
      await write((tx) =>
        linkEvidence(tx, owner, { ...of, source: "signal", sourceId, excerpt: "Call" }),
      );
    await write((tx) => deleteNeed(tx, owner, { needId, withLinks: true }));
    await bothAtOnce(
      (tx) => tx.signal.deleteMany({ where: { id: gone } }),
      (tx) => bringBackNeed(tx, owner, { needId }),
    );
    expect(await sourcesOf("need", needId)).toMatchObject([{ sourceId: left }]);
  });

  it("a persona is back without its line at a stage that goes", async () => {
    const { id: personaId } = await addPersona(owner);
    const stagesOf = async () =>
      (await withTenant(owner, "persona:read", (tx) => getPersona(tx, owner, personaId))).stages;
    const [stage, next] = await stagesOf();
    const lines = { [`line_${stage?.stageId}`]: "A friend", [`line_${next?.stageId}`]: "A shop" };
    const said = SetStages.parse({ personaId, version: "1", ...lines });
    await write((tx) => setStages(tx, owner, said));
    await write((tx) => archivePersona(tx, owner, { personaId, version: 2 }));
    await write((tx) => deletePersona(tx, owner, { personaId }));
    await bothAtOnce(
      (tx) => tx.experienceStage.deleteMany({ where: { id: stage?.stageId ?? "" } }),
      (tx) => bringBackPersona(tx, owner, { personaId }),
    );
    expect((await stagesOf()).flatMap(({ line }) => line ?? [])).toEqual(["A shop"]);
  });

  it("an interview is back with nobody where its customer goes", async () => {
    const customerId = await addCustomer(owner, "C-1");
    const said = { title: "A landlord", heldOn: "2026-10-01", notes: "Call me." };
    const asked = RecordInterview.parse({ ...said, customerNumber: "C-1" });
    const { id: interviewId } = await withTenant(owner, "evidence:write", (tx) =>
      recordInterview(tx, owner, asked),
    );
    await write((tx) => deleteInterview(tx, owner, { interviewId, withEvidence: false }));
    await bothAtOnce(
      (tx) => tx.customer.deleteMany({ where: { id: customerId } }),
      (tx) => bringBackInterview(tx, owner, { interviewId }),
    );
    const found = await withTenant(owner, "evidence:read", (tx) =>
      getInterview(tx, owner, interviewId),
    );
    expect(found).toMatchObject({ title: "A landlord", customer: null });
  });
});
