import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { listRecords } from "#lib/bulk/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { ORDER_LINE_RECORDS, ORDER_RECORDS } from "#lib/orders/index.ts";
import { SIGNAL_RECORDS } from "#lib/signals/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

/** Day 5 first, then 1, 2, 3, 4, 5, …: not in the order of days. */
const DAYS = ["05", "01", "02", "03", "04", "05", "06", "07", "08", "09"];
const signal = (day: string, at: number) => ({
  ...{ externalId: `R${at}`, occurredOn: `2026-01-${day}`, body: "Quick help" },
});
const numbers = (rows: unknown) =>
  (rows as { externalId: string }[]).map(({ externalId }) => externalId);

/** All pages of a list, each as its numbers. */
async function pagesOf(list: string, query: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after = ""; ; ) {
    const page = await api.read(api.ask("GET", list, { query: `${query}${after}` }));
    pages.push(numbers(page["items"]));
    if (page["next"] === null) return pages;
    after = `&after=${page["next"]}`;
  }
}

const ANY = { since: null, until: null, customer: null, source: null };
type Views = typeof SIGNAL_RECORDS | typeof ORDER_RECORDS | typeof ORDER_LINE_RECORDS;

/** The same where a page looks through three rows at most. */
async function searched(view: Views, asked: Partial<typeof ANY | Record<string, string>>) {
  const pages: number[] = [];
  for (let after: string | null = null; ; ) {
    const page: { items: readonly object[]; next: string | null } = await withTenant(
      session,
      "order:read",
      (tx) =>
        listRecords<object>(tx, session, view, {
          ...{ ...ANY, ...asked, list: "probe", limit: 2, after, mostSearched: 3 },
        }),
    );
    pages.push(page.items.length);
    if (page.next === null) return pages;
    after = page.next;
  }
}

describe("a list of the API", () => {
  it("of some days comes by day, each row once, also where a day is longer than a page", async () => {
    await api.bulk("signals", { items: DAYS.map(signal) });
    expect(await pagesOf("signals", "since=2026-01-02&until=2026-01-06&limit=2")).toEqual([
      ["R2", "R3"],
      ["R4", "R0"],
      ["R5", "R6"],
    ]);
    expect(await pagesOf("signals", "until=2026-01-05&limit=5")).toEqual([
      ["R1", "R2", "R3", "R4", "R0"],
      ["R5"],
    ]);
  });

  it("takes no key of the same list asked for in another order", async () => {
    await api.bulk("signals", { items: DAYS.map(signal) });
    const { next } = await api.read(api.ask("GET", "signals", { query: "limit=2" }));
    const query = `since=2026-01-02&after=${next}`;
    expect((await api.ask("GET", "signals", { query })).status).toBe(422);
  });

  it("refuses a span whose beginning lies behind its end, and says where", async () => {
    const turned = "since=2026-02-01&until=2026-01-31";
    for (const list of ["signals", "orders", "order-lines", "complaints"]) {
      const answer = await api.ask("GET", list, { query: turned });
      expect([answer.status, await api.read(answer)]).toMatchObject([
        422,
        { errors: [{ pointer: "#/since" }] },
      ]);
    }
    const query = "updatedSince=2026-02-01T00:00:00Z&updatedUntil=2026-01-31T00:00:00Z";
    expect((await api.ask("GET", "customers", { query })).status).toBe(422);
    expect(
      (await api.ask("GET", "signals", { query: "since=2026-01-31&until=2026-01-31" })).status,
    ).toBe(200);
  });

  it("of a source nobody knows is empty", async () => {
    await api.bulk("signals", { items: DAYS.map(signal) });
    expect(await pagesOf("signals", "source=nowhere")).toEqual([[]]);
  });

  it("looks through so many rows for a page and no more, and finds them all in the end", async () => {
    await api.bulk("signals", { items: DAYS.map(signal) });
    await api.bulk("signals", { source: "Shop", items: [signal("09", 90), signal("03", 91)] });
    expect(await searched(SIGNAL_RECORDS, { source: "Shop" })).toEqual([0, 0, 0, 2, 0]);
    const days = { since: "2026-01-02", until: "2026-01-09", source: "shop" };
    expect((await searched(SIGNAL_RECORDS, days)).reduce((sum, n) => sum + n)).toBe(2);
    expect(await searched(SIGNAL_RECORDS, { ...days, until: "2026-01-02" })).toEqual([0]);
  });

  it("of orders and their lines does so for days, which no index of theirs has", async () => {
    const lines = DAYS.map((day, at) => `O${at},C1,2026-01-${day},P1,1,5.00`).join("\n");
    const text = `order_id,customer_id,date,product,quantity,unit_price\n${lines}\n`;
    await importText(session, { kind: "orders", text });
    const late = { since: "2026-01-08" };
    for (const view of [ORDER_RECORDS, ORDER_LINE_RECORDS])
      expect((await searched(view, late)).reduce((sum, n) => sum + n)).toBe(2);
    expect((await searched(ORDER_RECORDS, late)).length).toBeGreaterThan(2);
    expect(await pagesOf("orders", "since=2026-01-08")).toHaveLength(1);
  });
});
