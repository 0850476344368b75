import { describe, expect, it } from "vitest";
import * as imports from "#app/api/v1/imports/route.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport } from "#lib/imports/index.ts";
import { holdingsOf } from "#tests/corpus/holdings.ts";
import { call, makeApiKey, uploadForm } from "#tests/support/api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const AT_ONCE = 50;
const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\nA2,C2,2025-03-02,2.50\n";

describe("fifty equal uploads at once", () => {
  it.each([
    ["with one Idempotency-Key", { "idempotency-key": "one" }],
    ["without a key", {}],
  ])(
    "make one import, and all get the same answer, %s",
    async (_name, headers) => {
      const { session } = await makeTenant();
      const key = await makeApiKey(session, ["all"]);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const body = uploadForm(ORDERS, { kind: "orders" });
          const response = await call(imports.POST, "/api/v1/imports", {
            key,
            method: "POST",
            body,
            headers,
          });
          const { status } = response;
          return JSON.stringify({
            status,
            location: response.headers.get("location"),
            body: await response.json(),
          });
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('"status":202');
      const stored = await withTenant(session, "import:read", async (tx) => ({
        imports: await tx.import.findMany({ select: { id: true } }),
        uploads: await tx.upload.count(),
      }));
      expect(stored).toEqual({ imports: [{ id: expect.any(String) }], uploads: 1 });
      await runImport({ tenantId: session.workspace.id, importId: stored.imports[0]?.id ?? "" });
      expect(await holdingsOf(session)).toMatchObject({
        orders: 2,
        customers: 2,
        revenueMinor: 1250,
      });
    },
    60_000,
  );
});
