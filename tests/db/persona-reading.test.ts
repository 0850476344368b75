import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { matchingPersonae, personaeAddress } from "#lib/personae/filter.ts";
import {
  archivePersona,
  ChangePersona,
  changePersona,
  countStaleClaims,
  frontlineTipOf,
  getPersona,
  listPersonae,
  listPersonaeWithStages,
  SetStages,
  setStages,
} from "#lib/personae/index.ts";
import { listMemberChoices, maySeeSegments } from "#lib/segments/index.ts";
import { type SignalQuery, signalsAddress } from "#lib/signals/filter.ts";
import { listSignals, listSignalsOfSegment } from "#lib/signals/index.ts";
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
const read = <T>(work: (tx: TenantTx) => Promise<T>, session = owner) =>
  withTenant(session, "persona:read", work);
const viewOf = async (tx: TenantTx, session: Session, { segments }: SignalQuery) => ({
  seesMembers: await maySeeSegments(tx, session, segments),
});
const get = (id: string) => read((tx) => getPersona(tx, owner, id));
const seen = (personaId: string, version = 1) => ({ personaId, version });

describe("a stale claim", () => {
  it("is counted as stale for who answers for its persona, and without such a member for owners", async () => {
    const { id: personaId, segmentId } = await addPersona(owner);
    await addClaimTo(owner, personaId, { expiresOn: "2026-01-31" });
    await addClaimTo(owner, personaId);
    const manager = tenant.sessionAs("cx_manager");
    const stale = (session: Session) => read((tx) => countStaleClaims(tx, session), session);
    const [one, none] = [
      { claims: 1, personae: 1 },
      { claims: 0, personae: 0 },
    ];
    expect([await stale(owner), await stale(manager)]).toEqual([one, none]);
    const responsibleId = manager.actor.kind === "member" ? manager.actor.membershipId : "";
    const change = { ...seen(personaId), name: "Marta", responsibleId };
    await run(changePersona, ChangePersona.parse({ ...change, segmentId }));
    expect([await stale(owner), await stale(manager)]).toEqual([none, one]);
    const cards = await read((tx) => listPersonae(tx, manager), manager);
    const asked = personaeAddress.read({ claims: "stale", responsible: "me" });
    expect(matchingPersonae(cards, asked).map(({ id }) => id)).toEqual([personaId]);
    const theirs = await read((tx) => listPersonae(tx, owner));
    expect(matchingPersonae(theirs, asked)).toEqual([]);
    await run(archivePersona, seen(personaId, 2));
    expect(await stale(manager)).toEqual(none);
  });
});

/** What stands on the page of a persona of that segment. */
const listen = (session: Session, segmentId: string, limit = 10) =>
  read(async (tx) => {
    const seesMembers = await maySeeSegments(tx, session, [segmentId]);
    return listSignalsOfSegment(tx, session, { segmentId, seesMembers, limit });
  }, session);

describe("what the customers of a persona said", () => {
  it("is the newest of those in its segment today, and nothing for who may not read feedback", async () => {
    const { segmentId } = await addPersona(owner);
    const [inside, left, outside] = await Promise.all(
      ["C-1", "C-2", "C-3"].map((number) => addCustomer(owner, number)),
    );
    await withTenant(owner, "segment:write", async (tx) => {
      const validFrom = new Date("2026-01-01");
      await tx.segmentMember.createMany({
        data: [
          { segmentId, customerId: inside ?? "", validFrom },
          { segmentId, customerId: left ?? "", validFrom, validTo: new Date("2026-02-01") },
        ],
      });
    });
    const said = (body: string, on: string, customerId: string | undefined) =>
      addSignal(owner, body, { on, customerId: customerId ?? null });
    await said("first", "2026-10-01", inside);
    await said("second", "2026-10-05", inside);
    await said("gone", "2026-10-06", left);
    await said("other", "2026-10-07", outside);
    const heard = async (session = owner, limit = 10) =>
      (await listen(session, segmentId, limit)).map(({ body }) => body);
    expect(await heard()).toEqual(["second", "first"]);
    expect(await heard(owner, 1)).toEqual(["second"]);
    const deaf = new Set([...owner.permissions].filter((each) => each !== "signal:read"));
    expect(await heard({ ...owner, permissions: deaf })).toEqual([]);
    const head = tenant.sessionAs("department_head");
    const [row] = await listen(head, segmentId, 1);
    expect(row).toMatchObject({ body: "second", customer: null });
    expect(await heard((await makeTenant()).session)).toEqual([]);
  });

  it("leads to exactly those in the list of feedback, by the segment that was asked too", async () => {
    const { segmentId } = await addPersona(owner);
    const customerId = await addCustomer(owner, "C-1");
    await withTenant(owner, "segment:write", (tx) =>
      tx.segmentMember.create({
        data: { segmentId, customerId, validFrom: new Date("2026-01-01") },
      }),
    );
    const inIt = await addSignal(owner, "first", { on: "2026-10-01", customerId });
    const askedAsIt = await addSignal(owner, "second", { on: "2026-10-02" });
    const wordless = await addSignal(owner, "third", { on: "2026-10-03", customerId });
    await addSignal(owner, "other");
    await withTenant(owner, "signal:write", async (tx) => {
      await tx.signal.updateMany({ where: { id: askedAsIt }, data: { segmentId } });
      await tx.signal.updateMany({ where: { id: wordless }, data: { body: null } });
    });
    const list = async (address: string, session = owner) => {
      const query = signalsAddress.read(new URLSearchParams(address));
      const page = await withTenant(session, "signal:read", async (tx) =>
        listSignals(tx, session, { limit: 10, ...(await viewOf(tx, session, query)) }, query),
      );
      return page.items.map(({ id }) => id);
    };
    const theirs = `segment=${segmentId}&audience=customer`;
    const shown = await listen(owner, segmentId);
    expect(shown.map(({ id }) => id)).toEqual([askedAsIt, inIt]);
    expect(await list(`${theirs}&words=with`)).toEqual([askedAsIt, inIt]);
    expect(await list(theirs)).toEqual([wordless, askedAsIt, inIt]);
    expect(await list(`${theirs}&words=without`)).toEqual([wordless]);
    expect(await list(theirs, (await makeTenant()).session)).toEqual([]);
    const blind = new Set([...owner.permissions].filter((each) => each !== "segment:read"));
    await expect(list(theirs, { ...owner, permissions: blind })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is not told apart for who may not see what the segment's rule asks", async () => {
    const { segmentId } = await addPersona(owner);
    const customerId = await addCustomer(owner, "C-7");
    await withTenant(owner, "segment:write", async (tx) => {
      const rule = { all: [{ field: "value.tier", op: "=", value: 1 }] };
      await tx.customerSegment.update({
        where: { tenantId_id: { tenantId: owner.workspace.id, id: segmentId } },
        data: { kind: "rule", rule },
      });
      await tx.segmentMember.create({
        data: { segmentId, customerId, validFrom: new Date("2026-01-01") },
      });
    });
    await addSignal(owner, "Said", { customerId });
    const asked = signalsAddress.read(new URLSearchParams(`segment=${segmentId}`));
    const list = (session: Session) =>
      read(
        async (tx) =>
          listSignals(tx, session, { limit: 10, ...(await viewOf(tx, session, asked)) }, asked),
        session,
      );
    const choices = (session: Session) =>
      read((tx) => listMemberChoices(tx, session, [segmentId]), session);
    expect((await list(owner)).items).toHaveLength(1);
    expect((await choices(owner)).map(({ id }) => id)).toEqual([segmentId]);
    const permissions = new Set([...owner.permissions].filter((each) => each !== "value:read"));
    const valueless = { ...owner, permissions };
    await expect(list(valueless)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listen(owner, segmentId)).toMatchObject([{ body: "Said" }]);
    expect(await listen(valueless, segmentId)).toEqual([]);
    expect(await choices(valueless)).toEqual([]);
  });
});

describe("what a persona tells of its customers", () => {
  it("is its tip, where a customer is in its segment today and the persona is not archived", async () => {
    const { id, segmentId } = await addPersona(owner, { frontlineTip: "Give a time first." });
    const customerId = await addCustomer(owner, "C-1");
    const tip = (session = owner) => read((tx) => frontlineTipOf(tx, customerId), session);
    expect(await tip()).toBeNull();
    const validFrom = new Date("2026-01-01");
    await withTenant(owner, "segment:write", (tx) =>
      tx.segmentMember.create({ data: { segmentId, customerId, validFrom } }),
    );
    expect(await tip()).toEqual({
      ...{ personaId: id, persona: "Marta", segment: "Segment of Marta" },
      tip: "Give a time first.",
    });
    expect(await tip((await makeTenant()).session)).toBeNull();
    await run(archivePersona, seen(id));
    expect(await tip()).toBeNull();
  });

  it("is a line for each stage, of several personae at once", async () => {
    const { id } = await addPersona(owner);
    const { id: other } = await addPersona(owner, { name: "Anna" });
    const [first] = (await get(id)).stages;
    const stageId = first?.stageId ?? "";
    await run(setStages, SetStages.parse({ ...seen(id), [`line_${stageId}`]: "Finds us" }));
    const compared = (session = owner) =>
      read((tx) => listPersonaeWithStages(tx, session, [id, other]), session);
    const personae = await compared();
    const stages = (name: string) => personae.find((each) => each.name === name)?.stages;
    expect(stages("Marta")?.[0]).toMatchObject({ stageId, line: "Finds us", actual: null });
    expect(stages("Anna")?.[0]).toMatchObject({ stageId, line: null });
    // A comparison has a row for each stage of the first, which the others have too.
    const ids = personae.map((each) => each.stages.map((stage) => stage.stageId));
    expect(ids[1]).toEqual(ids[0]);
    expect(await compared((await makeTenant()).session)).toEqual([]);
  });
});
