import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { findEvidencePanel, interviewLoss } from "#lib/evidence/index.ts";
import {
  ChangeInterview,
  changeInterview,
  cutEvidence,
  deleteInterview,
  getInterview,
  listCutTargets,
  listInterviews,
  RecordInterview,
  recordInterview,
} from "#lib/interviews/index.ts";
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
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "evidence:write", (tx) => command(tx, session, input));
const read = <T>(work: (tx: TenantTx) => Promise<T>, session = owner) =>
  withTenant(session, "evidence:read", work);
const get = (id: string, session = owner) => read((tx) => getInterview(tx, session, id), session);
const SAID = { title: "A landlord", heldOn: "2026-10-01", notes: "I need\na time. Not sorry." };
const record = async (said: Readonly<Record<string, string>> = {}, session = owner) =>
  (await run(recordInterview, RecordInterview.parse({ ...SAID, ...said }), session)).id;

it("keeps notes of a talk, with a customer and a segment that are there", async () => {
  const customerId = await addCustomer(owner, "C-1");
  const id = await record({ customerNumber: "C-1" });
  expect(await get(id)).toMatchObject({
    ...{ title: "A landlord", customer: { id: customerId, number: "C-1" }, cuttings: [] },
    customerNumber: "C-1",
  });
  for (const said of [{ customerNumber: "C-9" }, { segmentId: randomUUID() }])
    await expect(record(said)).rejects.toMatchObject({ code: "invalid_input" });
  expect(JSON.stringify(await readEvents(owner, id))).not.toMatch(/landlord|C-1/);
});

it("hides the customer from those who may not read personal data, and keeps it when they change it", async () => {
  await addCustomer(owner, "C-1");
  const id = await record({ customerNumber: "C-1" });
  const head = tenant.sessionAs("department_head");
  expect(await get(id, head)).toMatchObject({ customer: null, customerNumber: "" });
  const blind: Session = { ...head, permissions: new Set([...head.permissions, "evidence:write"]) };
  const change = ChangeInterview.parse({ ...SAID, interviewId: id, version: 1, title: "Other" });
  await run(changeInterview, change, blind);
  expect(await get(id)).toMatchObject({ title: "Other", customerNumber: "C-1" });
  await expect(run(changeInterview, change)).rejects.toMatchObject({ code: "stale" });
});

it("becomes evidence by its own words only, once each", async () => {
  const { id: personaId } = await addPersona(owner);
  const claimId = await addClaimTo(owner, personaId);
  const interviewId = await record();
  const cut = (excerpt: string, target = `claim.${claimId}`) =>
    run(cutEvidence, { interviewId, excerpt, target, stance: "supports" });
  await cut("I need a time.");
  await cut("Not sorry.", `persona.${personaId}`);
  await expect(cut("I need a time.")).rejects.toMatchObject({ code: "conflict" });
  await expect(cut("I want a time.")).rejects.toMatchObject({
    code: "invalid_input",
    detail: { fields: { excerpt: [expect.any(String)] } },
  });
  await expect(cut("Not sorry.", `claim.${randomUUID()}`)).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await get(interviewId)).cuttings.map(({ about }) => about)).toEqual([
    ...["Calls at once", "Marta"],
  ]);
  expect((await read(listCutTargets)).map(({ group }) => group)).toEqual(["persona", "claim"]);
});

it("is found by its words beside feedback, also where it is evidence already", async () => {
  const { id: personaId } = await addPersona(owner);
  const interviewId = await record();
  const asked = {
    subject: "persona" as const,
    subjectId: personaId,
    find: "not SORRY",
    kind: null,
  };
  const found = async () => (await read((tx) => findEvidencePanel(tx, owner, asked)))?.found;
  const one = { kind: "interview", id: interviewId, source: null };
  expect(await found()).toMatchObject([one]);
  const target = `persona.${personaId}`;
  await run(cutEvidence, { interviewId, target, excerpt: "Not sorry.", stance: "supports" });
  expect(await found()).toMatchObject([one]);
});

it("says what would lose its evidence before it is deleted, and takes it along", async () => {
  const { id: personaId } = await addPersona(owner);
  const target = `claim.${await addClaimTo(owner, personaId)}`;
  const interviewId = await record();
  await run(cutEvidence, { interviewId, target, excerpt: "Not sorry.", stance: "supports" });
  const loss = (id: string) => read((tx) => interviewLoss(tx, owner, id));
  expect(await loss(interviewId)).toEqual({
    ...{ pieces: 1, subjects: 1, unbacked: 1, names: ["Calls at once"] },
  });
  const other = await record();
  await run(cutEvidence, {
    ...{ interviewId: other, target, excerpt: "Not sorry.", stance: "supports" },
  });
  expect(await loss(interviewId)).toMatchObject({ unbacked: 0, names: [] });
  await expect(
    run(deleteInterview, { interviewId, version: 2, withEvidence: true }),
  ).rejects.toMatchObject({
    code: "stale",
  });
  await run(deleteInterview, { interviewId, version: 1, withEvidence: true });
  expect(await read((tx) => tx.evidence.count())).toBe(1);
  await expect(get(interviewId)).rejects.toMatchObject({ code: "not_found" });
});

it("is listed by its day, page by page, and is another workspace's own", async () => {
  const older = await record({ heldOn: "2026-09-01" });
  const newer = await record();
  const list = (after: string | null, session = owner) =>
    read((tx) => listInterviews(tx, session, { after, limit: 1 }), session);
  const first = await list(null);
  expect(first.items).toMatchObject([{ id: newer, pieces: 0 }]);
  expect((await list(first.next)).items).toMatchObject([{ id: older }]);
  await expect(list("x")).rejects.toMatchObject({ code: "invalid_input" });
  const other = (await makeTenant()).session;
  expect((await list(null, other)).items).toEqual([]);
  await expect(get(newer, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    run(deleteInterview, { interviewId: newer, version: 1, withEvidence: true }, other),
  ).rejects.toMatchObject({ code: "not_found" });
});
