import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { linkEvidence } from "#lib/evidence/index.ts";
import { cutEvidence, RecordInterview, recordInterview } from "#lib/interviews/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedActions } from "#tests/support/audit.ts";
import { addClaimTo, addCustomer, addPersona, addSignal } from "#tests/support/personae.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

type Api = ReturnType<typeof createApi>;

let owner: Session;
let api: Api;
beforeEach(async () => {
  owner = (await makeTenant()).session;
  api = createApi(await makeApiKey(owner, ["personae:read", "evidence:read"]));
});

const namesOf = async (query: string) =>
  (await api.items("personae", query)).map(({ name }) => name);
const write = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(owner, "evidence:write", work);
const record = (over: Readonly<Record<string, string>> = {}) => {
  const input = { title: "A landlord", heldOn: "2026-10-01", notes: "Give me a time.", ...over };
  return write((tx) => recordInterview(tx, owner, RecordInterview.parse(input)));
};

describe("personae by the API", () => {
  it("are narrowed by name, segment and stale claims, page by page", async () => {
    const marta = await addPersona(owner, { name: "Marta" });
    const jonas = await addPersona(owner, { name: "Jonas" });
    await addClaimTo(owner, marta.id, { expiresOn: "2026-01-31" });
    await addClaimTo(owner, jonas.id);
    expect(await namesOf("")).toEqual(["Marta", "Jonas"]);
    expect(await namesOf("search=ONA")).toEqual(["Jonas"]);
    expect(await namesOf("search=%25")).toEqual([]);
    expect(await namesOf(`segment=${marta.segmentId}`)).toEqual(["Marta"]);
    expect(await namesOf("claims=stale")).toEqual(["Marta"]);
    expect(await namesOf("claims=fresh")).toEqual(["Jonas"]);
    const first = await api.read(api.ask("GET", "personae", { query: "limit=1&search=a" }));
    expect(await namesOf(`limit=1&search=a&after=${String(first["next"])}`)).toEqual(["Jonas"]);
    for (const query of ["claims=old", "segment=x", "responsible=me"])
      expect((await api.ask("GET", "personae", { query })).status).toBe(422);
  });
});

describe("claims by the API", () => {
  it("are added, read, changed field by field, and taken away with their evidence; sources stay", async () => {
    const { id } = await addPersona(owner);
    const writer = createApi(await makeApiKey(owner, ["personae:read", "personae:write"]));
    const body = { statement: "Calls at once", expiresOn: "2099-01-31" };
    const added = await writer.read(
      writer.ask("POST", "personae/{id}/claims", { params: { id }, body }),
    );
    const claimId = String(added["id"]);
    const one = (method: "GET" | "PATCH" | "DELETE", of = writer, change?: object) =>
      of.ask(method, "personae/{id}/claims/{claimId}", {
        ...{ params: { id, claimId } },
        ...(change ? { body: change } : {}),
      });
    expect(await writer.read(one("GET"))).toEqual(added);
    const change = { confidence: "high", expiresOn: "2026-01-31" };
    expect(await writer.read(one("PATCH", writer, change))).toEqual({
      ...{ ...added, ...change, isStale: true },
    });
    expect((await one("PATCH", writer, { statement: " " })).status).toBe(422);
    expect((await one("PATCH", writer, { more: 1 })).status).toBe(422);
    expect((await one("PATCH", api, change)).status).toBe(403);
    const signalId = await addSignal(owner, "I called at once.");
    await write((tx) =>
      linkEvidence(tx, owner, {
        ...{ subject: "claim", subjectId: claimId, stance: "supports", source: "signal" },
        ...{ sourceId: signalId, excerpt: null },
      }),
    );
    expect(await writer.read(one("DELETE"))).toEqual({ id: claimId });
    expect((await one("GET")).status).toBe(404);
    expect((await one("DELETE")).status).toBe(404);
    expect(await write((tx) => tx.signal.count({ where: { id: signalId } }))).toBe(1);
    expect(await storedActions(owner)).toEqual([
      ...["persona.created", "persona.claim_added", "persona.claim_changed"],
      ...["evidence.linked", "persona.claim_removed"],
    ]);
  });

  it("are of their persona and their workspace alone, and stay as they are in an archived one", async () => {
    const [marta, jonas] = [await addPersona(owner), await addPersona(owner, { name: "Jonas" })];
    const claimId = await addClaimTo(owner, marta.id);
    const writer = createApi(await makeApiKey(owner, ["personae:read", "personae:write"]));
    const other = (await makeTenant()).session;
    const stranger = createApi(await makeApiKey(other, ["personae:read", "personae:write"]));
    const change = (id: string, claim = claimId, of = writer) =>
      of.ask("PATCH", "personae/{id}/claims/{claimId}", {
        ...{ params: { id, claimId: claim }, body: { confidence: "low" } },
      });
    expect((await change(marta.id)).status).toBe(200);
    expect((await change(jonas.id)).status).toBe(404);
    expect((await change(marta.id, "no-id")).status).toBe(404);
    expect((await change("no-id")).status).toBe(404);
    expect((await change(marta.id, claimId, stranger)).status).toBe(404);
    const archive = (isArchived: boolean) =>
      writer.ask("PATCH", "personae/{id}", { params: { id: marta.id }, body: { isArchived } });
    expect((await archive(false)).status).toBe(200);
    expect((await archive(true)).status).toBe(200);
    expect((await change(marta.id)).status).toBe(409);
  });
});

describe("interviews by the API", () => {
  it("are listed and read with what was cut out of them; the customer only by a key that may read customers", async () => {
    await addCustomer(owner, "C-1");
    const { id } = await record({ customerNumber: "C-1" });
    const claimId = await addClaimTo(owner, (await addPersona(owner)).id);
    const cut = { target: `claim.${claimId}`, stance: "supports" as const };
    const excerpt = "a time";
    await write((tx) => cutEvidence(tx, owner, { ...cut, interviewId: id, excerpt }));
    expect(await api.items("interviews")).toEqual([
      {
        ...{ id, title: "A landlord", heldOn: "2026-10-01", segment: null, customer: null },
        pieces: 1,
      },
    ]);
    const one = (of = api) => of.ask("GET", "interviews/{id}", { params: { id } });
    expect(await api.read(one())).toMatchObject({
      ...{ notes: "Give me a time.", customer: null },
      cuttings: [{ excerpt, stance: "supports", about: "Calls at once" }],
    });
    const scopes = ["evidence:read", "customers:read"] as const;
    const knowing = createApi(await makeApiKey(owner, [...scopes]));
    expect(await knowing.read(one(knowing))).toMatchObject({ customer: { number: "C-1" } });
  });

  it("are another workspace's own, and ask for their scope", async () => {
    const { id } = await record();
    const other = (await makeTenant()).session;
    const stranger = createApi(await makeApiKey(other, ["evidence:read"]));
    const without = createApi(await makeApiKey(owner, ["customers:read"]));
    const ask = (of: Api, asked: string) =>
      of.ask("GET", "interviews/{id}", { params: { id: asked } });
    expect((await ask(stranger, id)).status).toBe(404);
    expect((await ask(api, randomUUID())).status).toBe(404);
    expect(await stranger.items("interviews")).toEqual([]);
    expect((await without.ask("GET", "interviews")).status).toBe(403);
  });
});

describe("evidence by the API", () => {
  it("is listed of a persona with its claims, of a claim, or of a kind; words of feedback only with its scope", async () => {
    const { id: personaId } = await addPersona(owner);
    const claimId = await addClaimTo(owner, personaId);
    const signalId = await addSignal(owner, "I called at once.");
    const stance = "supports" as const;
    const link = (subject: "persona" | "claim", subjectId: string) =>
      write((tx) =>
        linkEvidence(tx, owner, {
          ...{ subject, subjectId, stance, source: "signal", sourceId: signalId },
          excerpt: "called at once",
        }),
      );
    await link("persona", personaId);
    const { id } = await link("claim", claimId);
    const count = async (query: string) => (await api.items("evidence", query)).length;
    expect(await count("")).toBe(2);
    expect(await count(`persona=${personaId}`)).toBe(2);
    expect(await count(`claim=${claimId}`)).toBe(1);
    expect(await count(`need=${randomUUID()}`)).toBe(0);
    expect([await count("kind=signal"), await count("kind=statistic")]).toEqual([2, 0]);
    const first = await api.read(api.ask("GET", "evidence", { query: "limit=1" }));
    expect(await count(`after=${String(first["next"])}`)).toBe(1);
    for (const key of [id, `interviews.${id}`])
      expect((await api.ask("GET", "evidence", { query: `after=${key}` })).status).toBe(422);
    const one = (of: Api) => of.ask("GET", "evidence/{id}", { params: { id } });
    expect(await api.read(one(api))).toEqual({
      ...{ id, subject: "claim", subjectId: claimId, about: "Calls at once", kind: "signal" },
      ...{ sourceId: signalId, stance, title: null, excerpt: null, datedOn: "2026-10-06" },
      statistic: null,
    });
    const hearing = createApi(await makeApiKey(owner, ["evidence:read", "signals:read"]));
    expect(await api.read(one(hearing))).toMatchObject({ excerpt: "called at once" });
    expect((await api.ask("GET", "evidence", { query: "kind=rumour" })).status).toBe(422);
    const stranger = createApi(await makeApiKey((await makeTenant()).session, ["evidence:read"]));
    expect((await one(stranger)).status).toBe(404);
    expect(await stranger.items("evidence")).toEqual([]);
  });
});
