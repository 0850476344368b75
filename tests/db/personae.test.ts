import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { linkEvidence } from "#lib/evidence/index.ts";
import { personaeAddress } from "#lib/personae/filter.ts";
import {
  addClaim,
  archivePersona,
  ChangePersona,
  CreatePersona,
  changeClaim,
  changePersona,
  changePersonaRecord,
  createPersona,
  deletePersona,
  exportPersonae,
  getClaimRecord,
  getPersona,
  getPersonaRecord,
  listArchivedPersonae,
  listPersonae,
  listPersonaRecords,
  PERSONA_COLUMNS,
  removeClaim,
  restorePersona,
  reviewClaim,
  SetStages,
  setStages,
} from "#lib/personae/index.ts";
import { NO_SUMS } from "#lib/segments/figure-sums.ts";
import { readEvents } from "#tests/support/people.ts";
import { addClaimTo, addPersona, addSignal } from "#tests/support/personae.ts";
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
const read = <T>(work: (tx: TenantTx) => Promise<T>, session = owner) =>
  withTenant(session, "persona:read", work);
const get = (id: string, session = owner) => read((tx) => getPersona(tx, session, id), session);
const seen = (personaId: string, version = 1) => ({ personaId, version });

describe("a persona", () => {
  it("stands for a segment, with the stages of the workspace, and leaves its words out of the log", async () => {
    const { id, segmentId } = await addPersona(owner, { quote: "I need a time." });
    expect(await get(id)).toMatchObject({
      ...{ name: "Marta", quote: "I need a time.", goals: null, isArchived: false, version: 1 },
      ...{ segment: { id: segmentId }, claims: [], numbers: null, quoteSource: null },
      ratio: { claims: 0, many: 0, few: 0, none: 0, stale: 0 },
    });
    expect((await get(id)).stages.map(({ name }) => name)).toContain("Get help");
    const events = await readEvents(owner, id);
    expect(events).toMatchObject([{ action: "persona.created", after: { segmentId } }]);
    expect(JSON.stringify(events)).not.toMatch(/Marta|time/);
  });

  it("needs a free name, a segment that is there, and a member who is active", async () => {
    const { segmentId } = await addPersona(owner);
    const create = (said: Readonly<Record<string, string>>) =>
      run(createPersona, CreatePersona.parse({ name: "Jonas", segmentId, ...said }));
    await expect(create({ name: "marta" })).rejects.toMatchObject({ code: "conflict" });
    for (const said of [{ segmentId: randomUUID() }, { responsibleId: randomUUID() }])
      await expect(create(said)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is changed from what was seen; the slower one is told", async () => {
    const { id, segmentId } = await addPersona(owner);
    const change = (said: Readonly<Record<string, string>>, version = 1) =>
      run(
        changePersona,
        ChangePersona.parse({ ...seen(id, version), name: "Marta", segmentId, ...said }),
      );
    await change({ goals: "One invoice" });
    expect(await get(id)).toMatchObject({ goals: "One invoice", version: 2 });
    await expect(change({ goals: "Another" })).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("Test owner"),
    });
    await addPersona(owner, { name: "Jonas" });
    await expect(change({ name: "Jonas" }, 2)).rejects.toMatchObject({ code: "conflict" });
    await expect(change({ segmentId: randomUUID() }, 2)).rejects.toMatchObject({
      code: "invalid_input",
    });
    const [, event] = await readEvents(owner, id);
    expect(event).toMatchObject({ action: "persona.changed", after: { changed: ["goals"] } });
  });

  it("is archived, restored, and deleted only once archived, with its claims and their evidence", async () => {
    const { id, segmentId } = await addPersona(owner);
    const claimId = await addClaimTo(owner, id);
    const sourceId = await addSignal(owner, "yes");
    await withTenant(owner, "evidence:write", (tx) =>
      linkEvidence(tx, owner, {
        ...{ subject: "claim", subjectId: claimId, source: "signal", sourceId },
        ...{ stance: "supports", excerpt: null },
      }),
    );
    expect(await get(id)).toMatchObject({ evidenceCount: 1 });
    await expect(run(deletePersona, seen(id))).rejects.toMatchObject({ code: "conflict" });
    await run(archivePersona, seen(id));
    await expect(run(archivePersona, seen(id, 2))).rejects.toMatchObject({ code: "conflict" });
    expect(await read((tx) => listPersonae(tx, owner))).toEqual([]);
    expect(await read(listArchivedPersonae)).toMatchObject([{ id, version: 2 }]);
    await run(restorePersona, seen(id, 2));
    await run(archivePersona, seen(id, 3));
    await addPersona(owner, { segmentId });
    await expect(run(restorePersona, seen(id, 4))).rejects.toMatchObject({ code: "conflict" });
    await expect(run(deletePersona, seen(id))).rejects.toMatchObject({ code: "stale" });
    await run(deletePersona, seen(id, 4));
    await expect(get(id)).rejects.toMatchObject({ code: "not_found" });
    expect(await read((tx) => tx.evidence.count())).toBe(0);
    expect(await read((tx) => tx.signal.count())).toBe(1);
  });

  it("shows the source of its quote once the same words are linked", async () => {
    const { id } = await addPersona(owner, { quote: "I need a time" });
    const link = async (excerpt: string) => {
      const evidence = { subject: "persona" as const, subjectId: id, source: "signal" as const };
      const sourceId = await addSignal(owner, excerpt);
      await withTenant(owner, "evidence:write", (tx) =>
        linkEvidence(tx, owner, { ...evidence, sourceId, stance: "supports", excerpt }),
      );
    };
    await link("Something else");
    expect((await get(id)).quoteSource).toBeNull();
    await link("Well, I need a time!");
    expect((await get(id)).quoteSource).toMatchObject({ kind: "signal", alike: 2 });
  });

  it("has a line and two emotions for each stage", async () => {
    const { id } = await addPersona(owner);
    const [first, second] = (await get(id)).stages;
    const fields = { [`line_${first?.stageId}`]: "Calls", [`actual_${first?.stageId}`]: "-2" };
    const form = { personaId: id, version: "1", ...fields, [`desired_${first?.stageId}`]: "1" };
    await run(setStages, SetStages.parse(form));
    expect((await get(id)).stages.slice(0, 2)).toMatchObject([
      { line: "Calls", actual: -2, desired: 1 },
      { line: null, actual: null, desired: null },
    ]);
    const bad = { [`line_${second?.stageId}`]: "x", [`actual_${second?.stageId}`]: "9" };
    await expect(run(setStages, { ...seen(id, 2), ...bad })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { [`actual_${second?.stageId}`]: [expect.any(String)] } },
    });
    await expect(run(setStages, { ...seen(id), ...fields })).rejects.toMatchObject({
      code: "stale",
    });
  });
});

describe("the numbers of its segment", () => {
  const store = (segmentId: string, computedOn: string, complaints: number) =>
    withTenant(owner, "segment:write", async (tx) => {
      const sums = { ...NO_SUMS, customers: 100, complaints, scored: 100, clvMinor: "500000" };
      const all = { ...sums, customers: 400, scored: 400, clvMinor: "1000000" };
      const on = new Date(computedOn);
      const rest = { currency: "EUR", sums: all, rest: NO_SUMS, finishedAt: on };
      await tx.segmentRefresh.create({ data: { computedOn: on, ...rest } });
      await tx.segmentFigure.create({ data: { segmentId, computedOn: on, customers: 100, sums } });
    });

  it("are the last computed ones, with those at least a month older", async () => {
    const { id, segmentId } = await addPersona(owner);
    await store(segmentId, "2026-09-01", 10);
    await store(segmentId, "2026-10-20", 20);
    await store(segmentId, "2026-11-01", 30);
    const { numbers } = await get(id);
    expect(numbers).toMatchObject({
      ...{ computedOn: "2026-11-01", currency: "EUR", customers: 100, tier: null },
      now: { complaints: { value: 30, n: 100 }, shareOfClv: { value: 0.5, n: 400 } },
      before: { computedOn: "2026-09-01", measures: { complaints: { value: 10 } } },
    });
  });

  it("order the board, the largest share of lifetime value first", async () => {
    await addPersona(owner, { name: "Anna" });
    const { segmentId } = await addPersona(owner, { name: "Zoe" });
    await store(segmentId, "2026-11-01", 1);
    const names = (await read((tx) => listPersonae(tx, owner))).map(({ name }) => name);
    expect(names).toEqual(["Zoe", "Anna"]);
  });
});

describe("a claim", () => {
  let personaId: string;
  beforeEach(async () => {
    personaId = (await addPersona(owner)).id;
  });
  const only = async () => (await get(personaId)).claims[0];

  it("is stale from its day on, until it is reviewed", async () => {
    const claimId = await addClaimTo(owner, personaId, { expiresOn: "2026-01-31" });
    expect(await only()).toMatchObject({ isStale: true, reviewedOn: null });
    const review = (expiresOn: string, version = 1) =>
      run(reviewClaim, { claimId, version, expiresOn });
    await expect(review("2026-01-31")).rejects.toMatchObject({ code: "invalid_input" });
    await review("2099-01-31");
    expect(await only()).toMatchObject({ isStale: false, expiresOn: "2099-01-31", version: 2 });
    await expect(review("2099-01-31")).rejects.toMatchObject({ code: "stale" });
  });

  it("is added, changed and removed; the slower one is told, and an archived persona keeps what it has", async () => {
    const claimId = await addClaimTo(owner, personaId);
    const change = (version: number) =>
      run(changeClaim, {
        ...{ claimId, version, statement: "Calls twice", confidence: "high" },
        expiresOn: "2099-01-31",
      });
    await change(1);
    expect(await only()).toMatchObject({ statement: "Calls twice", confidence: "high" });
    await expect(change(1)).rejects.toMatchObject({ code: "stale" });
    await run(archivePersona, seen(personaId));
    await expect(change(2)).rejects.toMatchObject({ code: "conflict" });
    await expect(addClaimTo(owner, personaId)).rejects.toMatchObject({ code: "conflict" });
    await run(restorePersona, seen(personaId, 2));
    await run(removeClaim, { claimId, version: 2 });
    expect(await only()).toBeUndefined();
    await expect(run(removeClaim, { claimId, version: 2 })).rejects.toMatchObject({
      code: "not_found",
    });
    const claim = { statement: "x", confidence: "low" as const, expiresOn: "2099-01-31" };
    await expect(run(addClaim, { ...claim, personaId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is one of fifty at most", async () => {
    await withTenant(owner, "persona:write", (tx) =>
      tx.personaClaim.createMany({
        data: Array.from({ length: 50 }, (_, position) => ({
          ...{ id: newId(), personaId, position, statement: "x", confidence: "low" },
          expiresOn: new Date("2099-01-31"),
        })),
      }),
    );
    await expect(addClaimTo(owner, personaId)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("personae in files and by the API", () => {
  it("have one row for each claim, under the columns that are promised", async () => {
    const { id } = await addPersona(owner);
    await addPersona(owner, { name: "Anna" });
    await addClaimTo(owner, id);
    await addClaimTo(owner, id, { statement: "Pays late" });
    const rows = await read((tx) => exportPersonae(tx, owner, personaeAddress.read({})));
    expect(rows.map(([name]) => name)).toEqual(["Anna", "Marta", "Marta"]);
    expect(rows.every((row) => row.length === PERSONA_COLUMNS.length)).toBe(true);
  });

  it("are listed, read with their claims, and changed by the fields that are given", async () => {
    const { id } = await addPersona(owner, { goals: "One invoice" });
    const claimId = await addClaimTo(owner, id);
    const page = await read((tx) => listPersonaRecords(tx, owner, { after: null, limit: 1 }));
    expect(page).toMatchObject({ items: [{ id, goals: "One invoice" }], next: null });
    await expect(
      read((tx) => listPersonaRecords(tx, owner, { after: "x", limit: 1 })),
    ).rejects.toMatchObject({ code: "invalid_input" });
    await run(changePersonaRecord, { personaId: id, goals: null, isArchived: true });
    await run(changePersonaRecord, { personaId: id, isArchived: false, promise: "On time" });
    const record = await read((tx) => getPersonaRecord(tx, owner, id));
    expect(record).toMatchObject({
      ...{ goals: null, promise: "On time", isArchived: false },
      ...{ claims: [{ supports: 0, isStale: false }], evidence: { claims: 1, none: 1 } },
    });
    for (const one of [claimId, randomUUID()]) {
      const asked = read((tx) => getClaimRecord(tx, owner, { personaId: id, id: one }));
      if (one === claimId) expect(await asked).toMatchObject({ id: claimId });
      else await expect(asked).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("cannot be seen or changed from another workspace", async () => {
    const { id, segmentId } = await addPersona(owner);
    const claimId = await addClaimTo(owner, id);
    const other = (await makeTenant()).session;
    await expect(get(id, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(read((tx) => getPersonaRecord(tx, other, id), other)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await read((tx) => listPersonae(tx, other, [id]), other)).toEqual([]);
    await expect(run(archivePersona, seen(id), other)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(run(removeClaim, { claimId, version: 1 }, other)).rejects.toMatchObject({
      code: "not_found",
    });
    const mine = CreatePersona.parse({ name: "Theirs", segmentId });
    await expect(run(createPersona, mine, other)).rejects.toMatchObject({ code: "invalid_input" });
  });
});
