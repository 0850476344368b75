import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

const SIGNAL = { occurredOn: "2026-01-02", metric: "nps", score: 9, body: "Quick help" };
const signals = (of = session) => withTenant(of, "signal:read", (tx) => tx.signal.count());

describe("an Idempotency-Key", () => {
  const headers = { "idempotency-key": "once" };

  it("has one effect and one answer, also for eight at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.put("signals", "R1", SIGNAL, { headers })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(await Promise.all(answers.map((each) => each.text()))).size).toBe(1);
    const written = (await storedEvents(session)).filter(
      ({ action }) => action === "signal.written",
    );
    expect(written).toHaveLength(1);
  });

  it("is refused with another body, and free again after what went wrong", async () => {
    expect((await api.put("signals", "R1", { ...SIGNAL, score: 99 }, { headers })).status).toBe(
      422,
    );
    expect((await api.put("signals", "R1", SIGNAL, { headers })).status).toBe(201);
    expect((await api.put("signals", "R1", { ...SIGNAL, score: 1 }, { headers })).status).toBe(409);
    expect((await api.put("signals", "R2", SIGNAL, { headers })).status).toBe(409);
  });

  it("is refused with another query, and not with the same one in another order", async () => {
    const need = { statement: "Somebody calls", kind: "functional" };
    const id = String((await api.read(api.ask("POST", "needs", { body: need })))["id"]);
    const remove = (query: string) =>
      api.ask("DELETE", "needs/{id}", { params: { id }, query, headers });
    expect((await remove("withLinks=true")).status).toBe(200);
    const other = await remove("");
    expect(other.status).toBe(409);
    expect((await api.read(other))["detail"]).toMatch(/used for another request/);
    expect((await remove("withLinks=false")).status).toBe(409);
    expect(await api.read(remove("withLinks=true"))).toEqual({ id });
  });

  it("forgets whom an erasure forgets, and does not bring them back", async () => {
    const sent = () => api.put("customers", "K-4711", { name: "Mira Kovac" }, { headers });
    const { id } = await api.read(sent());
    await withTenant(session, "protection:write", (tx) =>
      erasePerson(tx, session, { customerId: String(id), number: "K-4711" }),
    );
    const again = await api.read(sent());
    expect(again).toMatchObject({ id, externalId: expect.stringMatching(/^erased-/) });
    expect(await api.items("customers", "q=K-4711")).toEqual([]);
  });

  it("is forgotten after a day", async () => {
    await api.put("signals", "R1", SIGNAL, { headers });
    await withTenant(session, "api_key:write", (tx) =>
      tx.apiRequest.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } }),
    );
    await runDailyCleanUp({});
    expect(await withTenant(session, "audit:read", (tx) => tx.apiRequest.count())).toBe(0);
    expect((await api.put("signals", "R2", SIGNAL, { headers })).status).toBe(201);
  });

  it("belongs to one API key", async () => {
    await api.put("signals", "R1", SIGNAL, { headers });
    const other = await makeApiKey(session, ["signals:write"]);
    const answer = await api.put("signals", "R2", SIGNAL, { headers, key: other });
    expect(answer.status).toBe(201);
  });
});

describe("a key's scopes", () => {
  it("open what they say and nothing else", async () => {
    const narrow = await makeApiKey(session, ["signals:read"]);
    expect((await api.ask("GET", "signals", { key: narrow })).status).toBe(200);
    expect((await api.ask("GET", "interactions", { key: narrow })).status).toBe(403);
    expect((await api.put("signals", "R1", SIGNAL, { key: narrow })).status).toBe(403);
    expect((await api.bulk("signals", { items: [] }, { key: narrow })).status).toBe(403);
  });

  it("hide whose a verbatim is without the right to personal data, also from a filter", async () => {
    const who = { customerExternalId: "C1" };
    await api.put("signals", "R1", { ...SIGNAL, ...who });
    await api.put("interactions", "I1", { occurredOn: "2026-01-02", ...who });
    await api.put("complaints", "K1", { receivedOn: "2026-01-02", ...who });
    for (const name of ["signals", "interactions", "complaints"]) {
      const narrow = await makeApiKey(session, [`${name}:read`]);
      expect(await api.items(name, "", { key: narrow })).toMatchObject([
        { customerId: null, customerExternalId: null },
      ]);
      expect((await api.ask("GET", name, { key: narrow, query: "customer=C1" })).status).toBe(403);
      const wide = await makeApiKey(session, [`${name}:read`, "customers:read"]);
      expect(await api.items(name, "customer=C1", { key: wide })).toMatchObject([who]);
    }
  });

  it("reach nothing of another workspace", async () => {
    const { id } = await api.read(
      api.put("signals", "R1", { ...SIGNAL, customerExternalId: "C1" }),
    );
    const foreign = (await makeTenant()).session;
    const other = await makeApiKey(foreign, ["all"]);
    const of = (params: Record<string, string>) =>
      api.ask("GET", "signals/{id}", { key: other, params });
    const answers = [await of({ id: String(id) }), await of({ id: "external:R1" })];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await api.items("signals", "", { key: other })).toEqual([]);
    expect(await api.items("signals", "customer=C1", { key: other })).toEqual([]);
    const theirs = await api.read(
      api.put("signals", "R1", { ...SIGNAL, score: 1 }, { key: other }),
    );
    expect(theirs).toMatchObject({ outcome: "created" });
    expect([await signals(), await signals(foreign)]).toEqual([1, 1]);
    expect(await api.items("signals")).toMatchObject([{ score: 9 }]);
  });
});
