import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { cutEvidence, RecordInterview, recordInterview } from "#lib/interviews/index.ts";
import { createNeed } from "#lib/needs/index.ts";
import { archivePersona } from "#lib/personae/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedActions } from "#tests/support/audit.ts";
import { addClaimTo, addPersona } from "#tests/support/personae.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

type Place = { path: string; params: Record<string, string>; query?: string };

const write = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(owner, "evidence:write", work);

/** Something of each kind that can be deleted, with what hangs on it. */
const MAKE: Readonly<Record<string, () => Promise<Place>>> = {
  need: async () => {
    const asked = { statement: "Call first", kind: "functional", segmentId: null } as const;
    const { id } = await write((tx) => createNeed(tx, owner, { ...asked, note: null }));
    return { path: "needs/{id}", params: { id } };
  },
  persona: async () => {
    const { id } = await addPersona(owner);
    await addClaimTo(owner, id);
    await write((tx) => archivePersona(tx, owner, { personaId: id, version: 1 }));
    return { path: "personae/{id}", params: { id } };
  },
  claim: async () => {
    const { id } = await addPersona(owner);
    return {
      path: "personae/{id}/claims/{claimId}",
      params: { id, claimId: await addClaimTo(owner, id) },
    };
  },
  interview: async () => {
    const { id: personaId } = await addPersona(owner);
    const said = { title: "A landlord", heldOn: "2026-10-01", notes: "Give me a time." };
    const { id } = await write((tx) => recordInterview(tx, owner, RecordInterview.parse(said)));
    const cut = { target: `persona.${personaId}`, stance: "supports" as const, excerpt: "a time" };
    await write((tx) => cutEvidence(tx, owner, { ...cut, interviewId: id }));
    return { path: "interviews/{id}", params: { id }, query: "withEvidence=true" };
  },
};

const KINDS: readonly (readonly [kind: string, scope: Scope, event: string])[] = [
  ["need", "needs:write", "need.brought_back"],
  ["persona", "personae:write", "persona.brought_back"],
  ["claim", "personae:write", "persona.claim_brought_back"],
  ["interview", "evidence:write", "interview.brought_back"],
];

describe.each(KINDS)("a deleted %s, by the API", (kind, scope, event) => {
  it("is back as it was, once, and at once where the request is sent again", async () => {
    const { path, params, query = "" } = (await MAKE[kind]?.()) ?? expect.fail();
    const scopes: Scope[] = ["needs:read", "personae:read", "evidence:read", scope];
    const api = createApi(await makeApiKey(owner, scopes));
    const before = await api.read(api.ask("GET", path, { params }));
    const gone = await api.ask("DELETE", path, { params, query });
    const named = { id: Object.values(params).at(-1) };
    expect([gone.status, await gone.json()]).toEqual([200, named]);
    expect((await api.ask("GET", path, { params })).status).toBe(404);
    expect((await api.ask("DELETE", path, { params, query })).status).toBe(404);
    const headers = { "idempotency-key": randomUUID() };
    const back = () => api.ask("POST", `${path}/bring-back`, { params, headers });
    for (const answer of [await back(), await back()])
      expect([answer.status, await answer.json()]).toEqual([200, named]);
    expect(await api.read(api.ask("GET", path, { params }))).toEqual(before);
    const again = await api.ask("POST", `${path}/bring-back`, { params });
    expect([again.status, (await api.read(again))["detail"]]).toEqual([
      404,
      `This ${kind} cannot be brought back any more.`,
    ]);
    expect((await storedActions(owner)).filter((action) => action === event)).toHaveLength(1);
  });

  it("asks for its scope, and is another workspace's own", async () => {
    const { path, params, query = "" } = (await MAKE[kind]?.()) ?? expect.fail();
    const api = createApi(await makeApiKey(owner, [scope]));
    const reading: Scope[] = ["needs:read", "personae:read", "evidence:read"];
    const reader = createApi(await makeApiKey(owner, reading));
    const stranger = createApi(await makeApiKey((await makeTenant()).session, [scope]));
    const back = (of: typeof api) => of.ask("POST", `${path}/bring-back`, { params });
    expect((await reader.ask("DELETE", path, { params, query })).status).toBe(403);
    expect((await stranger.ask("DELETE", path, { params, query })).status).toBe(404);
    expect((await api.ask("DELETE", path, { params, query })).status).toBe(200);
    expect((await back(reader)).status).toBe(403);
    expect((await back(stranger)).status).toBe(404);
    expect((await back(api)).status).toBe(200);
  });
});

it.each(["needs:write", "personae:write"] as const)(
  "deletes no interview and brings none back with the scope %s: its notes are evidence",
  async (scope) => {
    const { path, params, query = "" } = (await MAKE["interview"]?.()) ?? expect.fail();
    const api = createApi(await makeApiKey(owner, [scope]));
    const writer = createApi(await makeApiKey(owner, ["evidence:write"]));
    const back = (of: typeof api) => of.ask("POST", `${path}/bring-back`, { params });
    expect((await api.ask("DELETE", path, { params, query })).status).toBe(403);
    expect((await writer.ask("DELETE", path, { params, query })).status).toBe(200);
    expect((await back(api)).status).toBe(403);
    expect((await back(writer)).status).toBe(200);
  },
);

it("deletes no interview of which something is evidence, unless that may go along, and says what", async () => {
  const { path, params } = (await MAKE["interview"]?.()) ?? expect.fail();
  const reader = createApi(await makeApiKey(owner, ["evidence:read", "evidence:write"]));
  const writer = createApi(await makeApiKey(owner, ["evidence:write"]));
  const remove = (of: typeof reader, query: string) => of.ask("DELETE", path, { params, query });
  const told = (names: string) =>
    `1 piece of evidence goes with this interview. 1 need, persona or claim is left without any${names}. Say that the evidence may go along.`;
  const refused = await remove(reader, "");
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { detail: told(" (“Marta”)"), fields: { withEvidence: [expect.any(String)] } },
  ]);
  expect((await reader.read(remove(writer, "withEvidence=false")))["detail"]).toBe(told(""));
  expect((await remove(reader, "withEvidence=perhaps")).status).toBe(422);
  expect((await reader.ask("GET", path, { params })).status).toBe(200);
  expect((await remove(writer, "withEvidence=true")).status).toBe(200);
});

it("deletes no persona by the API that is not archived, and no claim of another persona", async () => {
  const api = createApi(await makeApiKey(owner, ["personae:write"]));
  const [{ id }, { id: other }] = [
    await addPersona(owner),
    await addPersona(owner, { name: "Jonas" }),
  ];
  expect((await api.ask("DELETE", "personae/{id}", { params: { id } })).status).toBe(409);
  const claimId = await addClaimTo(owner, id);
  const path = "personae/{id}/claims/{claimId}";
  await api.ask("DELETE", path, { params: { id, claimId } });
  const back = (of: string) =>
    api.ask("POST", `${path}/bring-back`, { params: { id: of, claimId } });
  expect((await back(other)).status).toBe(404);
  expect((await back(id)).status).toBe(200);
});
