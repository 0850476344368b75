import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers, unmergeCustomers } from "#lib/customers/index.ts";
import { CUSTOMER_TABLES } from "#lib/customers/queries/customer-tables.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

/** Tables with ways of their own: orders, what is computed, what says something of the customer itself. */
const OTHERS = [
  "clv_score",
  "customer_consent",
  "customer_duplicate",
  "customer_fact",
  "customer_merge",
  "customer_order",
  "customer_value",
  "segment_member",
];

it("lists every table whose rows belong to a customer", async () => {
  const tables = await withSuperuser(async (superuser) => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'customer'::regclass ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  });
  expect(tables).toEqual([...OTHERS, ...CUSTOMER_TABLES.map(({ name }) => name)].toSorted());
});

describe("rows of a customer", () => {
  let session: Session;
  beforeEach(async () => {
    ({ session } = await makeTenant());
  });

  const owners = () =>
    withTenant(session, "customer:read", async (tx) => {
      const rows = await tx.complaint.findMany({
        select: { externalId: true, customer: { select: { externalId: true } } },
        orderBy: { externalId: "asc" },
      });
      return rows.map(({ externalId, customer }) => [externalId, customer?.externalId]);
    });

  it("go along with a merge, and back when it is taken back", async () => {
    const text = "complaint_id,customer_id,received\nK1,C1,2025-01-01\nK2,C2,2025-01-02\n";
    await importText(session, { kind: "complaints", text });
    const customers = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({ select: { id: true }, orderBy: { externalId: "asc" } }),
    );
    const [firstId = "", secondId = ""] = customers.map(({ id }) => id);
    await withTenant(session, "customer:write", (tx) =>
      mergeCustomers(tx, session, { firstId, secondId, survivorId: firstId }),
    );
    expect(await owners()).toEqual([
      ["K1", "C1"],
      ["K2", "C1"],
    ]);
    await importText(session, {
      kind: "complaints",
      text: "complaint_id,customer_id,received\nK3,C2,2025-01-03\n",
    });
    expect(await owners()).toContainEqual(["K3", "C1"]);
    const merge = await withTenant(session, "customer:read", (tx) =>
      tx.customerMerge.findFirstOrThrow({ select: { id: true } }),
    );
    await withTenant(session, "customer:write", (tx) =>
      unmergeCustomers(tx, session, { mergeId: merge.id }),
    );
    expect(await owners()).toEqual([
      ["K1", "C1"],
      ["K2", "C2"],
      ["K3", "C1"],
    ]);
  });

  it("keep the customers of an import that is undone", async () => {
    const made = await importText(session, { kind: "customers", text: "id\nC1\nC2\n" });
    const text = "complaint_id,customer_id,received\nK1,C1,2025-01-01\n";
    await importText(session, { kind: "complaints", text });
    expect((await undoOf(session, made.id)).undo).toMatchObject({ removed: 1, kept: 1 });
    expect(await owners()).toEqual([["K1", "C1"]]);
  });
});
