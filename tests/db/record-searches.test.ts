import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { parseRecordQuery } from "#lib/records/filter.ts";
import { listRecordRows } from "#lib/records/index.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import type { RecordKind } from "#lib/records/types.ts";
import { asApplication } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

type Asked = {
  filter?: string;
  after?: string | null;
  limit?: number;
  mostSearched?: number;
};

function list(kind: RecordKind, { filter = "", after = null, limit = 20, ...page }: Asked) {
  const query = parseRecordQuery(kind, new URLSearchParams(filter));
  return withTenant(owner, RECORDS[kind].permission, (tx) =>
    listRecordRows(tx, owner, { kind, query }, { after, limit, ...page }),
  );
}

const CALLS = [
  "call_id,customer_id,date,type",
  "I1,C1,2025-03-01,service",
  "I2,C2,2025-03-01,visit",
  "I3,C1,2025-03-04,service",
].join("\n");

describe("a filter that no index knows", () => {
  const ORDERS = [
    "order_id,customer_id,date,amount",
    ...Array.from({ length: 10 }, (_, at) => `A${at},C1,2025-03-${10 + at},10.00`),
  ].join("\n");

  /** Every page of orders in days, looked for among four at a time. */
  async function pagesOf(filter: string) {
    const pages: { found: string[]; searched: number | null }[] = [];
    for (let after: string | null = null, isLast = false; !isLast; isLast = after === null) {
      const page = await list("orders", { filter, after, limit: 3, mostSearched: 4 });
      const { items, searched, next } = page;
      pages.push({ found: items.map(({ number }) => number), searched });
      after = next;
    }
    return pages;
  }

  it("is looked for among so many records a page, and goes on where it stopped", async () => {
    await importText(owner, { kind: "orders", text: `${ORDERS}\n` });
    expect(await pagesOf("from=2025-03-11&to=2025-03-14")).toEqual([
      { found: [], searched: 4 },
      { found: ["A4", "A3", "A2"], searched: 4 },
      { found: ["A1"], searched: null },
    ]);
  });

  it("is not needed for all of them, nor for a customer's", async () => {
    await importText(owner, { kind: "orders", text: `${ORDERS}\n` });
    for (const filter of ["", "customer=C1&from=2025-03-11"]) {
      const page = await list("orders", { filter, limit: 20, mostSearched: 4 });
      expect(page).toMatchObject({ next: null, searched: null });
      expect(page.items.length).toBeGreaterThan(8);
    }
  });

  it("begins, for the orders of an import, with what was there when that ended", async () => {
    const { id } = await importText(owner, { kind: "orders", text: `${ORDERS}\n` });
    const found = async () => (await list("orders", { filter: `import=${id}` })).items.length;
    expect(await found()).toBe(10);
    await asApplication(owner, "UPDATE import SET finished_at = now() - interval '3 hours'");
    expect(await found()).toBe(0);
  });

  it("searches days of other kinds by whole days", async () => {
    await importText(owner, { kind: "interactions", text: `${CALLS}\n` });
    const page = await list("interactions", { filter: "type=visit", mostSearched: 1 });
    expect(page).toMatchObject({ items: [], searched: 1 });
    const rest = await list("interactions", { filter: "type=visit", after: page.next });
    expect(rest.items.map(({ number }) => number)).toEqual(["I2"]);
  });
});
