import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as imports from "#app/api/v1/imports/route.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport } from "#lib/imports/index.ts";
import { holdingsOf } from "#tests/corpus/holdings.ts";
import { call, makeApiKey, uploadForm } from "#tests/support/api.ts";
import { queue, viewImport } from "#tests/support/imports.ts";
import { TcpProxy, type Verdict } from "#tests/support/tcp-proxy.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ORDERS = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\n";

const address = new URL(process.env["DATABASE_URL"] ?? "");
const proxy = new TcpProxy({ host: address.hostname, port: Number(address.port) });

// Before anybody connects: the application reaches the database through the proxy, the tests' owner directly.
beforeAll(async () => {
  address.port = String(await proxy.start());
  process.env["DATABASE_URL"] = address.href;
});
afterAll(() => proxy.stop());

let session: Session;
beforeEach(async () => {
  proxy.judge = () => "pass";
  ({ session } = await makeTenant());
});

/** Cut at the given commits, counted from now on: before the database hears of them, or right after. */
function cutAtCommits(cuts: ReadonlyMap<number, Verdict>): void {
  let commits = 0;
  proxy.judge = (piece) => {
    if (!piece.includes("COMMIT")) return "pass";
    commits++;
    return cuts.get(commits) ?? "pass";
  };
}

describe("an import between whose worker and database the line is cut", () => {
  it("counts each row once, whether the commit it was cut at happened or not", async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `O${at},C${at % 700},2025-03-01,1.00`);
    const text = `order_id,customer_id,date,amount\n${rows.join("\n")}\n`;
    const id = await queue(session, { kind: "orders", text });
    const before = proxy.cuts;
    cutAtCommits(
      new Map([
        [1, "cut_after"],
        [6, "cut_before"],
        [9, "cut_after"],
        [16, "cut_after"],
      ]),
    );
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect(proxy.cuts - before).toBe(4);
    const view = await viewImport(session, id);
    expect(view).toMatchObject({
      status: "succeeded",
      counts: { created: 40_000, updated: 0, unchanged: 0, rejected: 0 },
      customersCreated: 700,
    });
    expect(await holdingsOf(session)).toEqual({
      ...{ orders: 40_000, customers: 700, revenueMinor: 4_000_000 },
      days: ["2025-03-01", "2025-03-01"],
    });
  }, 60_000);
});

describe("an upload during which the line between application and database is cut", () => {
  const commits = [1, 2, 3, 4, 5, 6];
  const cases = commits.flatMap((commit) =>
    (["cut_before", "cut_after"] as const).map((verdict) => ({ commit, verdict })),
  );

  it.each(cases)("is one import when it is sent again ($verdict commit $commit)", async (each) => {
    const key = await makeApiKey(session, ["all"]);
    const headers = { "idempotency-key": crypto.randomUUID() };
    const post = () => {
      const body = uploadForm(ORDERS, { kind: "orders" });
      return call(imports.POST, "/api/v1/imports", { key, method: "POST", body, headers });
    };
    cutAtCommits(new Map([[each.commit, each.verdict]]));
    const first = await post();
    proxy.judge = () => "pass";
    if (first.status !== 202) {
      expect(first.status).toBe(503);
      expect(Number(first.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const again = await post();
    expect(again.status).toBe(202);
    const { id } = (await again.json()) as { id: string };
    if (first.status === 202) expect(await first.json()).toMatchObject({ id });
    const stored = await withTenant(session, "import:read", async (tx) => ({
      imports: await tx.import.findMany({ select: { id: true, uploadId: true } }),
      uploads: await tx.upload.findMany({ where: { imports: { some: {} } }, select: { id: true } }),
    }));
    expect(stored.imports).toEqual([{ id, uploadId: stored.uploads[0]?.id }]);
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect((await viewImport(session, id)).counts).toMatchObject({ created: 1 });
  });
});
