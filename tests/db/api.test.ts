import { beforeEach, describe, expect, it } from "vitest";
import * as customer from "#app/api/v1/customers/[id]/route.ts";
import * as customers from "#app/api/v1/customers/route.ts";
import * as commit from "#app/api/v1/imports/[id]/commit/route.ts";
import * as rejects from "#app/api/v1/imports/[id]/rejects/route.ts";
import * as oneImport from "#app/api/v1/imports/[id]/route.ts";
import * as imports from "#app/api/v1/imports/route.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport } from "#lib/imports/index.ts";
import { IMPORT_KINDS } from "#lib/imports/types.ts";
import { call, makeApiKey, uploadForm } from "#tests/support/api.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C/2,2025-03-02,x\n";

let session: Session;
let key: string;
beforeEach(async () => {
  ({ session } = await makeTenant());
  key = await makeApiKey(session, ["all"]);
});

const post = (form: FormData, headers: HeadersInit = {}) =>
  call(imports.POST, "/api/v1/imports", { key, method: "POST", body: form, headers });
const idOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { id: string }).id;
const run = (importId: string) => runImport({ tenantId: session.workspace.id, importId });

describe("POST /api/v1/imports", () => {
  it("takes a file and answers 202 with the import to watch", async () => {
    const response = await post(uploadForm(ORDERS, { kind: "orders" }));
    expect(response.status).toBe(202);
    const started = (await response.json()) as { id: string; status: string };
    expect(started.status).toBe("queued");
    expect(response.headers.get("location")).toBe(`/api/v1/imports/${started.id}`);

    await run(started.id);
    const params = { id: started.id };
    const view = await (await call(oneImport.GET, "/", { key, params })).json();
    expect(view).toMatchObject({
      ...{ id: started.id, kind: "orders", status: "succeeded" },
      counts: { created: 1, updated: 0, unchanged: 0, rejected: 1 },
      progress: { rows: 2, percent: 100 },
    });
    const bad = await (await call(rejects.GET, "/", { key, params })).json();
    expect(bad).toMatchObject({ items: [{ line: 3, column: "amount", value: "x" }], next: null });
  });

  it("refuses a form with a field that it does not have, and keeps nothing", async () => {
    const response = await post(uploadForm(ORDERS, { kind: "orders", dryrun: "true" }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      detail: 'The form has no field called "dryrun": send file, kind, mapping and dryRun.',
    });
    expect(await withTenant(session, "import:read", (tx) => tx.import.count())).toBe(0);
  });

  it("writes the request into the audit log, whether it came with a number or not", async () => {
    const requestId = "0193b3a0-0000-7000-8000-0000000000aa";
    await post(uploadForm(ORDERS, { kind: "orders" }), { "x-request-id": requestId });
    await post(uploadForm(`${ORDERS}A3,C3,2025-03-03,5\n`, { kind: "orders" }));
    const told = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.findMany({ select: { requestId: true }, orderBy: { at: "asc" } }),
    );
    expect(told).toEqual([
      { requestId },
      { requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
    ]);
  });

  it("takes the file before the other fields too, and a mapping", async () => {
    const mapping = JSON.stringify({
      columns: { who: "customerExternalId", when: "orderedOn", money: "amount" },
    });
    const text = "who,when,money\nC1,2025-01-01,5\n";
    const id = await idOf(await post(uploadForm(text, { kind: "orders", mapping }, true)));
    await run(id);
    const view = await (await call(oneImport.GET, "/", { key, params: { id } })).json();
    expect(view).toMatchObject({ status: "succeeded", counts: { created: 1, rejected: 0 } });
  });

  it("checks only with dryRun, and imports on commit", async () => {
    const id = await idOf(await post(uploadForm(ORDERS, { kind: "orders", dryRun: "true" })));
    await run(id);
    expect(await withTenant(session, "order:read", (tx) => tx.customerOrder.count())).toBe(0);
    const response = await call(commit.POST, "/", { key, method: "POST", params: { id } });
    expect(response.status).toBe(202);
    await run(await idOf(response));
    expect(await withTenant(session, "order:read", (tx) => tx.customerOrder.count())).toBe(1);
  });

  it("gives one import for one Idempotency-Key", async () => {
    const headers = { "idempotency-key": "one" };
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () =>
        idOf(await post(uploadForm(ORDERS, { kind: "orders" }), headers)),
      ),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps one key's Idempotency-Keys apart from another's and from its own imports", async () => {
    const headers = { "idempotency-key": "one" };
    const first = await idOf(await post(uploadForm(ORDERS, { kind: "orders" }), headers));
    await run(first);
    const other = await makeApiKey(session, ["imports:write"]);
    const text = "order_id,customer_id,date,amount\nO9,C1,2025-01-01,5\n";
    const body = uploadForm(text, { kind: "orders" });
    const theirs = await call(imports.POST, "/", { key: other, method: "POST", body, headers });
    expect(theirs.status).toBe(202);
    expect(await idOf(theirs)).not.toBe(first);
    const changed = await post(uploadForm(text, { kind: "orders" }), headers);
    expect(changed.status).toBe(409);
    const dry = await idOf(await post(uploadForm(text, { kind: "orders", dryRun: "true" })));
    await run(dry);
    const taken = { "idempotency-key": `commit:${dry}:0` };
    const inItsPlace = await idOf(await post(uploadForm(ORDERS, { kind: "orders" }), taken));
    const committed = await call(commit.POST, "/", { key, method: "POST", params: { id: dry } });
    expect(await idOf(committed)).not.toBe(inItsPlace);
  });

  it("refuses an Idempotency-Key that is too long instead of cutting it", async () => {
    const headers = { "idempotency-key": "x".repeat(201) };
    expect((await post(uploadForm(ORDERS, { kind: "orders" }), headers)).status).toBe(422);
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("answers 422 with the reason for a wrong kind, a broken mapping and a missing file", async () => {
    const answers = await Promise.all([
      post(uploadForm(ORDERS, { kind: "wishes" })),
      post(uploadForm(ORDERS, { kind: "orders", mapping: "{" })),
      call(imports.POST, "/", { key, method: "POST", body: new FormData() }),
      call(imports.POST, "/", { key, method: "POST", body: "plain" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(answers[0]?.headers.get("content-type")).toBe("application/problem+json");
    expect(await answers[0]?.json()).toMatchObject({
      detail: `kind must be one of: ${IMPORT_KINDS.join(", ")}.`,
    });
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("gives the reject file as CSV with the columns line, column, value, reason", async () => {
    const id = await idOf(await post(uploadForm(ORDERS, { kind: "orders" })));
    await run(id);
    const response = await call(rejects.GET, "/", {
      key,
      params: { id },
      headers: { accept: "text/csv" },
    });
    const [header, row] = (await response.text()).replace("\uFEFF", "").trim().split("\n");
    expect(header).toBe("line,column,value,reason");
    expect(row).toMatch(/^3,amount,x,/);
  });
});

describe("GET /api/v1/customers", () => {
  it("pages by key and finds one by its number, also with a slash in it", async () => {
    const text = "customer_id,name\nC1,Ann\nC/2,Bo\nC3,Cy\n";
    const id = await idOf(await post(uploadForm(text, { kind: "customers" })));
    await run(id);
    const first = await (await call(customers.GET, "/api/v1/customers?limit=2", { key })).json();
    expect(first).toMatchObject({ items: [{ externalId: "C/2" }, { externalId: "C1" }] });
    const { next } = first as { next: string };
    const second = await (
      await call(customers.GET, `/api/v1/customers?limit=2&after=${next}`, { key })
    ).json();
    expect(second).toMatchObject({ items: [{ externalId: "C3", name: "Cy" }], next: null });
    const found = await call(customer.GET, "/", { key, params: { id: "external:C/2" } });
    expect(await found.json()).toMatchObject({ externalId: "C/2", name: "Bo" });
  });

  it("answers 422 to a limit or key that is none", async () => {
    const limit = await call(customers.GET, "/api/v1/customers?limit=9999", { key });
    const after = await call(customers.GET, "/api/v1/customers?after=%00", { key });
    expect([limit.status, after.status]).toEqual([422, 422]);
  });
});

describe("an API key", () => {
  it("is refused with 401 when missing, unknown or revoked", async () => {
    const none = await call(customers.GET, "/");
    const wrong = await call(customers.GET, "/", { key: "tl_wrong" });
    await withTenant(session, "api_key:write", (tx) =>
      tx.apiKey.updateMany({ data: { revokedAt: new Date() } }),
    );
    const revoked = await call(customers.GET, "/", { key });
    expect([none.status, wrong.status, revoked.status]).toEqual([401, 401, 401]);
  });

  it("is refused with 403 without the scope", async () => {
    const narrow = await makeApiKey(session, ["customers:read"]);
    const write = { key: narrow, method: "POST", body: uploadForm(ORDERS, { kind: "orders" }) };
    expect((await call(customers.GET, "/", { key: narrow })).status).toBe(200);
    expect((await call(imports.POST, "/", write)).status).toBe(403);
  });

  it("sees nothing of another workspace: its ids are the same 404 as unknown ones", async () => {
    const id = await idOf(await post(uploadForm(ORDERS, { kind: "orders" })));
    await run(id);
    const other = await makeApiKey((await makeTenant()).session, ["all"]);
    const unknown = crypto.randomUUID();
    const asked = (route: typeof oneImport.GET, params: Record<string, string>) =>
      call(route, "/", { key: other, params });
    for (const route of [oneImport.GET, rejects.GET]) {
      const [foreign, missing, garbage] = await Promise.all([
        asked(route, { id }),
        asked(route, { id: unknown }),
        asked(route, { id: "x" }),
      ]);
      expect([foreign.status, missing.status, garbage.status]).toEqual([404, 404, 404]);
      expect(await foreign.json()).toEqual(await missing.json());
    }
    const foreign = await call(commit.POST, "/", { key: other, method: "POST", params: { id } });
    expect(foreign.status).toBe(404);
    expect((await asked(customer.GET, { id: "external:C1" })).status).toBe(404);
    expect(
      await (await call(customers.GET, "/api/v1/customers", { key: other })).json(),
    ).toMatchObject({ items: [] });
    expect(await (await call(imports.GET, "/api/v1/imports", { key: other })).json()).toMatchObject(
      { items: [] },
    );
  });

  it("is told its limit, and 429 with the time to wait beyond it", async () => {
    const ask = () => call(customers.GET, "/api/v1/customers", { key });
    const first = await ask();
    expect(first.headers.get("ratelimit-limit")).toBe("600");
    for (let used = 1; used <= 600; used += 50) await Promise.all(Array.from({ length: 50 }, ask));
    const last = await ask();
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("a form that goes wrong", () => {
  it("is refused for two files and for a dryRun that is neither true nor false, and keeps nothing", async () => {
    const two = uploadForm(ORDERS, { kind: "orders" });
    two.append("file", new File([ORDERS], "more.csv"));
    const answers = [
      await post(two),
      await post(uploadForm(ORDERS, { kind: "orders", dryRun: "1" })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("is answered when the file cannot be stored, and does not hang", async () => {
    const gone = await makeTenant();
    const orphan = await makeApiKey(gone.session, ["all"]);
    // The key resolves, and then its workspace is no place to store anything.
    await asOwner((client) => client.query("REVOKE INSERT ON upload_piece FROM app_user"));
    try {
      const body = uploadForm("x".repeat(3_000_000), { kind: "orders" });
      const response = await call(imports.POST, "/", { key: orphan, method: "POST", body });
      expect(response.status).toBeGreaterThanOrEqual(500);
    } finally {
      await asOwner((client) => client.query("GRANT INSERT ON upload_piece TO app_user"));
    }
  }, 20_000);

  it("is refused when it breaks off in the middle", async () => {
    const boundary = "----x";
    const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncustomer_id,da`;
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
    const response = await call(imports.POST, "/", { key, method: "POST", body, headers });
    expect(response.status).toBe(422);
    expect(await withTenant(session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("answers 409 when an Idempotency-Key comes again with another file", async () => {
    const headers = { "idempotency-key": "again" };
    await post(uploadForm(ORDERS, { kind: "orders" }), headers);
    const other = await post(
      uploadForm(`${ORDERS}A9,C1,2025-01-01,1\n`, { kind: "orders" }),
      headers,
    );
    expect(other.status).toBe(409);
  });
});
