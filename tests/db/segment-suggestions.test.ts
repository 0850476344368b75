import { beforeAll, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  acceptSuggestion,
  askSuggestions,
  findAccepted,
  findSuggestions,
  suggestSegments,
} from "#lib/segments/index.ts";
import { isWaiting } from "#lib/segments/suggestions/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { addOrders, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { refresh } from "#tests/support/value.ts";

/** Regulars who ordered lately, and others who came once, long ago. */
function ordersOf(customers: number): TestOrder[] {
  const random = createRandom(20_261_122);
  const day = (daysBefore: number) =>
    new Date(Date.UTC(2026, 9, 31) - daysBefore * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: customers }, (_, i) => {
    const customer = `C${i}`;
    if (i % 3 > 0)
      return [
        {
          customer,
          day: day(300 + Math.floor(100 * random())),
          amountMinor: 1_000 + Math.floor(3_000 * random()),
        },
      ];
    return Array.from({ length: 4 + Math.floor(4 * random()) }, (_, at) => ({
      customer,
      day: day(Math.floor(20 * random()) + 25 * at),
      amountMinor: 8_000 + Math.floor(9_000 * random()),
    }));
  }).flat();
}

async function withOrders(customers: number): Promise<TestTenant> {
  const tenant = await makeTenant();
  await addOrders(tenant.session, ordersOf(customers));
  await refresh(tenant.session);
  return tenant;
}

const suggest = (session: Session) => suggestSegments({ tenantId: session.workspace.id });
const find = (session: Session) => withTenant(session, "segment:read", findSuggestions);

describe("suggested segments", { timeout: 120_000 }, () => {
  let tenant: TestTenant;
  let session: Session;
  beforeAll(async () => {
    tenant = await withOrders(300);
    session = tenant.session;
    await suggest(session);
  }, 120_000);

  it("are the groups that customers fall into, with medians, and rules that find them again", async () => {
    const { found } = (await find(session)) ?? {};
    expect(found).toMatchObject({ customers: 300, sampled: 300, asOfOn: "2026-10-31" });
    const groups = found?.clusters?.groups ?? [];
    expect(groups.map(({ customers }) => customers)).toEqual([200, 100]);
    expect(groups[0]?.medians.frequency).toBe(1);
    expect(groups[1]?.medians.frequency).toBeGreaterThan(3);
    for (const { customers, caught, rightly } of groups)
      expect([caught, rightly]).toEqual([customers, customers]);
    expect(Math.min(...(found?.clusters?.agreements ?? [0]))).toBeGreaterThan(0.95);
  });

  it("are the named RFM cells too, found exactly", async () => {
    const { found } = (await find(session)) ?? {};
    const cells = found?.cells ?? [];
    expect(cells.length).toBeGreaterThan(1);
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(300);
    for (const { customers, caught, rightly } of cells)
      expect([caught, rightly]).toEqual([customers, customers]);
  });

  it("are no longer looked for once they are found", async () => {
    const suggestions = await find(session);
    expect(suggestions && isWaiting(suggestions, new Date())).toBe(false);
  });

  it("come out the same when looked for again", async () => {
    const before = (await find(session))?.found;
    await suggest(session);
    expect((await find(session))?.found).toEqual(before);
  });

  it("become a segment like any other, and are then known as accepted", async () => {
    const { found, computedAt } = (await find(session)) ?? {};
    const [group] = found?.clusters?.groups ?? [];
    const asked = { key: group?.key ?? "", computedAt: computedAt ?? "", name: "Once, long ago" };
    const { id } = await withTenant(session, "segment:write", (tx) =>
      acceptSuggestion(tx, session, asked),
    );
    const { segment, accepted } = await withTenant(session, "segment:read", async (tx) => ({
      segment: await tx.customerSegment.findFirst({ where: { id } }),
      accepted: await findAccepted(tx, group ? [group] : []),
    }));
    expect(segment).toMatchObject({ name: "Once, long ago", kind: "rule", rule: group?.rule });
    expect(accepted.get(group?.key ?? "")).toEqual({ id, name: "Once, long ago" });
  });

  it("are not accepted from another computation, nor where there is no such group", async () => {
    const accept = (asked: { key: string; computedAt: string }) =>
      withTenant(session, "segment:write", (tx) =>
        acceptSuggestion(tx, session, { ...asked, name: "Another" }),
      );
    const { computedAt = "" } = (await find(session)) ?? {};
    await expect(
      accept({ key: "group-1", computedAt: "2026-01-01T00:00:00.000Z" }),
    ).rejects.toMatchObject({ code: "stale" });
    await expect(accept({ key: "group-99", computedAt: computedAt ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("cannot be seen or accepted from another workspace", async () => {
    const other = (await makeTenant()).session;
    expect(await find(other)).toBeNull();
    const { computedAt } = (await find(session)) ?? {};
    const asked = { key: "group-1", computedAt: computedAt ?? "", name: "Theirs" };
    await expect(
      withTenant(other, "segment:write", (tx) => acceptSuggestion(tx, other, asked)),
    ).rejects.toMatchObject({ code: "stale" });
  });

  it("are looked for and accepted by nobody who may only read", async () => {
    const reader = tenant.sessionAs("department_head");
    await expect(
      withTenant(reader, "segment:write", (tx) => askSuggestions(tx, reader)),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("says that too few customers have orders, and that nobody has looked yet", async () => {
  const { session } = await withOrders(30);
  expect(await find(session)).toBeNull();
  await withTenant(session, "segment:write", (tx) => askSuggestions(tx, session));
  expect(await find(session)).toMatchObject({ computedAt: null, found: null });
  await suggest(session);
  expect((await find(session))?.found).toMatchObject({ customers: 30, clusters: null, cells: [] });
}, 60_000);

it("finds no group in a workspace without a single order", async () => {
  const { session } = await makeTenant();
  await suggest(session);
  expect((await find(session))?.found).toMatchObject({ customers: 0, clusters: null, cells: [] });
});
