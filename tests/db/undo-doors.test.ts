import { describe, expect, it } from "vitest";
import * as kept from "#app/api/v1/imports/[id]/kept/route.ts";
import * as undo from "#app/api/v1/imports/[id]/undo/route.ts";
import { runImport } from "#lib/imports/index.ts";
import { admin, adminJson } from "#tests/support/admin.ts";
import { call, makeApiKey } from "#tests/support/api.ts";
import { importText, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C2,2025-03-02,5\n";
const LATER = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,11.00\n";

describe("POST /api/v1/imports/{id}/undo", () => {
  it("answers 202, then 409, and lists what was kept as JSON and as a file", async () => {
    const { session } = await makeTenant();
    const key = await makeApiKey(session, ["all"]);
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    await importText(session, { kind: "orders", text: LATER });
    const ask = () => call(undo.POST, "/", { key, method: "POST", params: { id } });
    const first = await ask();
    expect(first.status).toBe(202);
    expect(await first.json()).toEqual({ id, status: "undoing" });
    expect((await ask()).status).toBe(409);
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect((await ask()).status).toBe(409);
    const list = await call(kept.GET, "/", { key, params: { id } });
    expect(await list.json()).toMatchObject({
      items: [
        { line: 2, kind: "customer", number: "C1" },
        { line: 2, kind: "order", number: "A1", reason: "A later import changed it." },
      ],
      next: null,
    });
    const headers = { accept: "text/csv" };
    const file = await call(kept.GET, "/", { key, params: { id }, headers });
    expect(await file.text()).toContain("2,order,A1,A later import changed it.");
  });

  it("answers 404 for an id that is none, and 403 without the scope", async () => {
    const { session } = await makeTenant();
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    const key = await makeApiKey(session, ["imports:read"]);
    const refused = await call(undo.POST, "/", { key, method: "POST", params: { id } });
    expect(refused.status).toBe(403);
    const all = await makeApiKey(session, ["all"]);
    const none = await call(undo.POST, "/", { key: all, method: "POST", params: { id: "x" } });
    expect(none.status).toBe(404);
    expect((await viewImport(session, id)).status).toBe("succeeded");
  });
});

describe("the command line's import undo", () => {
  it("takes an import back and waits for it; a second time it says why not", async () => {
    const { session } = await makeTenant();
    const { id } = await importText(session, { kind: "orders", text: ORDERS });
    const words = ["import", "undo", "--workspace", session.workspace.slug, "--import", id];
    const undone = await adminJson(words);
    expect(undone).toMatchObject({ status: "undone", undo: { removed: 4, kept: 0 } });
    const again = await admin(words);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("undone already") });
  }, 60_000);
});
