import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { runImport } from "#lib/imports/index.ts";
import { makeApiKey, uploadForm } from "#tests/support/api.ts";
import { ApiDocument, ITEMS } from "#tests/support/api-document.ts";
import { allOperations, checkAnswer, operationOf } from "#tests/support/check-answer.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { type ApiCall, callApi, handlersOf, ROUTE_FILES } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { askInterviews, askNeeds, askPersonae } from "#tests/support/understood-answers.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let session: Session;
let key: string;
let document: ApiDocument;

beforeAll(async () => {
  ({ session } = await makeTenant());
  key = await makeApiKey(session, ["all"]);
  const route = await import("#app/api/v1/openapi.json/route.ts");
  document = ApiDocument.parse(await route.GET().json());
});

/** Takes signed messages of other systems, no key: its page shows how to send one. */
const INCOMING_HOOK = "/api/v1/hooks/{id}";

type Method = ApiCall["method"];

const operation = (method: Method, path: string) => operationOf(document, method, path);
const METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE"] as const;

/** Paths of routes that take a key. */
function documentedPaths(): string[] {
  return [...ROUTE_FILES.keys()].filter((path) => path !== INCOMING_HOOK && !path.includes("..."));
}

const tried = new Set<string>();
const tell = (method: Method, path: string) => tried.add(`${method} ${path}`);

/** Ask and hold the answer against the document; a route that answers well has been tried. */
async function checked(method: Method, path: string, asked: Partial<ApiCall> = {}) {
  const answer = await checkAnswer(document, { method, path, key, ...asked });
  if (answer.response.ok) tell(method, path);
  return answer;
}

const idOf = ({ body }: { body: unknown }) => z.object({ id: z.string() }).parse(body).id;

describe("the document of the API", () => {
  it("has every route and every method of app/api/v1 that takes a key, and no other", async () => {
    const routes = [];
    for (const path of documentedPaths()) {
      const handlers = await handlersOf(path);
      for (const method of METHODS)
        if (handlers[method] !== methodNotAllowed) routes.push(`${method} ${path}`);
    }
    expect(routes.sort()).toEqual(allOperations(document).sort());
  });

  it("names every filter that a list takes: any other is refused", async () => {
    for (const path of documentedPaths().filter((each) => document.paths[each]?.["get"])) {
      if (!operation("GET", path).parameters.some(({ name }) => name === "limit")) continue;
      const asked = { params: { id: session.workspace.id }, query: "foo=1" };
      const { response } = await checked("GET", path, asked);
      expect(response.status, path).toBe(422);
    }
  });

  it("names every part of a path, and each operation once", () => {
    const ids = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map(({ operationId, parameters }) => {
        const inPath = parameters
          .filter((each) => each.in === "path")
          .map(({ name }) => `{${name}}`);
        expect(inPath.every((name) => path.includes(name))).toBe(true);
        expect(inPath).toHaveLength(path.split("{").length - 1);
        return operationId;
      }),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.keys(ITEMS))("is what the routes of %s answer, well and ill", async (name) => {
    const item = ITEMS[name as keyof typeof ITEMS];
    const base = `/api/v1/${name}`;
    const one = `${base}/external/{externalId}`;
    const params = { externalId: "C1" };
    const made = await checked("PUT", one, { params, body: item });
    expect(made.response.status).toBe(name === "customers" ? 201 : 201);
    const again = await checked("PUT", one, { params, body: item });
    expect(again.body).toMatchObject({ outcome: "unchanged" });
    const bad = await checked("PUT", one, { params, body: { ...item, nonsense: 1 } });
    expect(bad.response.status).toBe(422);
    const items = [{ ...item, externalId: "C2" }, { externalId: "" }];
    const many = await checked("POST", `${base}/bulk`, { body: { items } });
    expect(many.body).toMatchObject({ counts: { created: 1, refused: 1 } });
    await checked("POST", `${base}/bulk`, { body: {} });
    const list = await checked("GET", base, { query: "limit=1" });
    expect(list.body).toMatchObject({ items: [{}], next: expect.any(String) });
    await checked("GET", base, { query: "limit=x" });
    const id = idOf(made);
    const found = await checked("GET", `${base}/{id}`, { params: { id } });
    expect(found.body).toMatchObject({ id, externalId: "C1" });
    const byNumber = await checked("GET", one, { params });
    expect(byNumber.body).toEqual(found.body);
    const nobody = await checked("GET", one, { params: { externalId: "none" } });
    expect(nobody.response.status).toBe(404);
    const missing = await checked("GET", `${base}/{id}`, { params: { id: "external:none" } });
    expect(missing.response.status).toBe(404);
    for (const method of ["PUT", "GET"] as const) tell(method, one);
    tell("POST", `${base}/bulk`);
    for (const path of [base, `${base}/{id}`]) tell("GET", path);
  });

  it("is what the list of order lines answers", async () => {
    const text = "order_id,customer_id,date,product,quantity,unit_price\nL1,C1,2026-01-02,A,2,5\n";
    await importText(session, { kind: "orders", text });
    const { body } = await checked("GET", "/api/v1/order-lines", { query: "order=L1" });
    expect(body).toMatchObject({
      items: [{ orderExternalId: "L1", quantity: 2, amountMinor: 1000 }],
    });
  });

  it("is what the routes of departments answer", async () => {
    const { id } = await withTenant(session, "department:write", (tx) =>
      tx.department.create({ data: { name: "Shop" }, select: { id: true } }),
    );
    const list = await checked("GET", "/api/v1/departments");
    expect(list.body).toMatchObject({
      items: expect.arrayContaining([{ id, name: "Shop", parentId: null, isArchived: false }]),
    });
    await checked("GET", "/api/v1/departments/{id}", { params: { id } });
    await checked("GET", "/api/v1/departments/{id}", { params: { id: "none" } });
    await checked("POST", "/api/v1/departments", { body: { name: "Care", parentId: id } });
    await checked("POST", "/api/v1/departments", { body: { name: "Care" } });
    await checked("PATCH", "/api/v1/departments/{id}", { params: { id }, body: { name: "Sales" } });
    await checked("PATCH", "/api/v1/departments/{id}", { params: { id }, body: { name: "" } });
    const named = { params: { name: "Care" }, body: { parent: "Sales" } };
    await checked("PUT", "/api/v1/departments/named/{name}", named);
    await checked("PUT", "/api/v1/departments/named/{name}", { ...named, params: { name: "Lab" } });
  });

  it("is what the routes of needs answer", () => askNeeds(checked));

  it("is what the routes of personae answer", () => askPersonae(checked, session));

  it("is what the routes of interviews and of evidence answer", () =>
    askInterviews(checked, session));

  it("is what the routes of segments answer, with a rule that holds itself", async () => {
    const base = "/api/v1/segments";
    const rule = { all: [{ any: [{ field: "orders.lastOn", op: ">=", value: { daysAgo: 30 } }] }] };
    const made = await checked("POST", base, { body: { name: "Recent", rule } });
    expect(made.response.status).toBe(201);
    const id = idOf(made);
    await checked("POST", base, { body: { name: "Recent", rule: {} } });
    await checked("GET", base, { query: "limit=1" });
    await checked("GET", `${base}/{id}`, { params: { id } });
    await checked("GET", `${base}/{id}/members`, { params: { id } });
    await checked("PATCH", `${base}/{id}`, { params: { id }, body: { note: "Theirs" } });
    await checked("PATCH", `${base}/{id}`, { params: { id }, body: { version: 1, name: "X" } });
    expect((await checked("DELETE", `${base}/{id}`, { params: { id } })).response.status).toBe(200);
  });

  it("is what the routes of lifetime value answer", async () => {
    const { session: own } = await makeTenant();
    const ownKey = await makeApiKey(own, ["value:read", "value:write", "customers:read"]);
    const ask = (method: Method, path: string, asked: Partial<ApiCall> = {}) =>
      checked(method, path, { ...asked, key: ownKey });
    const base = "/api/v1/clv/runs";
    await ask("POST", base, { body: { model: "pareto" } });
    await ask("POST", base, { body: {} });
    const order = { customer: "A", day: "2026-01-02", amountMinor: 100 };
    const ids = await addOrders(own, [order]);
    const started = await ask("POST", base, { body: { model: "auto" } });
    const id = idOf(started);
    await ask("GET", `${base}/{id}`, { params: { id } });
    await runClv({ tenantId: own.workspace.id, runId: id });
    const ended = await ask("GET", `${base}/{id}`, { params: { id } });
    expect(ended.body).toMatchObject({ status: "refused", model: "historic", customers: 1 });
    expect(ended.body).toMatchObject({ aliveModel: null, holdout: null });
    const scores = await ask("GET", `${base}/{id}/scores`, { params: { id }, query: "limit=1" });
    expect(scores.body).toMatchObject({ items: [{ customerExternalId: "A", valueMinor: 100 }] });
    const path = "/api/v1/customers/{id}/value";
    const value = await ask("GET", path, { params: { id: "A" } });
    expect(value.body).toMatchObject({ runId: id, valueMinor: 100, tier: 1, aliveModel: null });
    await ask("GET", path, { params: { id: "nobody" } });
    await ask("GET", `${base}/{id}`, { params: { id: "none" } });
    await ask("POST", base, { body: { model: "sbg" } });
    const cohort = { firstFrom: "2026-02-01", firstUntil: "2026-01-01" };
    await ask("POST", base, { body: { cohort } });
    const some = await ask("POST", base, {
      body: { model: "pareto_nbd", cohort: { channel: "web" } },
    });
    const someId = idOf(some);
    await runClv({ tenantId: own.workspace.id, runId: someId });
    const partial = await ask("GET", `${base}/{id}`, { params: { id: someId } });
    expect(partial.body).toMatchObject({
      ...{ basis: "orders", renewalPeriod: null, isPartial: true, cohort: { channel: "web" } },
    });
    const listed = await ask("GET", base, { query: "limit=1&status=refused" });
    expect(listed.body).toMatchObject({ items: [{ status: "refused" }] });
    const params = { id: idOf(await ask("POST", base, { body: {} })) };
    const stopped = await ask("POST", `${base}/{id}/stop`, { params });
    expect(stopped.body).toEqual({ ...params, status: "stopped" });
    expect((await ask("POST", `${base}/{id}/stop`, { params })).response.status).toBe(409);
    const list = "/api/v1/clv/watchlist";
    expect((await ask("GET", list)).body).toEqual({ items: [], next: null });
    await addWatchRun(own, new Map([[ids.get("A") ?? "", { pAlive: 0.5, valueMinor: 100 }]]));
    const watched = await ask("GET", list, { query: "limit=1" });
    expect(watched.body).toMatchObject({ items: [{ customerExternalId: "A", atRiskMinor: 50 }] });
  });

  it("is what the routes of imports answer", async () => {
    const base = "/api/v1/imports";
    const file = "response_id,date,metric,score\nR1,2025-01-03,NPS,9\nR2,2025-01-03,NPS,x\n";
    const send = (fields: Record<string, string>) =>
      checked("POST", base, { body: uploadForm(file, fields) });
    const run = (importId: string) => runImport({ tenantId: session.workspace.id, importId });
    await send({ kind: "wishes" });
    const dry = idOf(await send({ kind: "signals", dryRun: "true" }));
    await run(dry);
    const committed = await checked("POST", `${base}/{id}/commit`, { params: { id: dry } });
    const id = idOf(committed);
    await run(id);
    const params = { id };
    const view = await checked("GET", `${base}/{id}`, { params });
    expect(view.body).toMatchObject({ status: "succeeded", counts: { created: 1, rejected: 1 } });
    await checked("GET", base, { query: "kind=signals&limit=1" });
    const rejects = await checked("GET", `${base}/{id}/rejects`, { params });
    expect(rejects.body).toMatchObject({ items: [{ line: 3 }] });
    await checked("GET", `${base}/{id}/rejects`, { params, headers: { accept: "text/csv" } });
    await callApi({
      ...{ method: "PUT", path: "/api/v1/signals/external/{externalId}", key },
      ...{ params: { externalId: "R1" } },
      body: { occurredOn: "2025-01-03", metric: "nps", score: 1, source: "Orders" },
    });
    const headers = { "idempotency-key": "undo" };
    const undone = await checked("POST", `${base}/{id}/undo`, { params, headers });
    const twice = await checked("POST", `${base}/{id}/undo`, { params, headers });
    expect(twice.body).toEqual(undone.body);
    await run(id);
    const conflict = await checked("POST", `${base}/{id}/undo`, { params });
    expect(conflict.response.status).toBe(409);
    const kept = await checked("GET", `${base}/{id}/kept`, { params });
    expect(kept.body).toMatchObject({ items: [{ number: "R1" }] });
  });

  it("was held against every route but its own", () => {
    expect([...tried, "GET /api/v1/openapi.json"].sort()).toEqual(allOperations(document).sort());
  });
});
