import { expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { groupRejects, listRejects } from "#lib/imports/index.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ADDRESS = "verylongname.person@example.org";
const ORDERS = `order_id,customer_id,date,amount,currency
A1,C1,2025-03-01,${ADDRESS},EUR
A2,C1,2025-03-01,1,${ADDRESS}
A3,C1,03/04/2025,1,EUR
A4,C1,05/06/2025,1,EUR
A5,C1,2025-03-01,"1,234",EUR
A6,C1,2025-03-01,${ADDRESS} 5 $,EUR
`;

const rejectsOf = (session: Session, id: string) =>
  withTenant(session, "import:read", (tx) => listRejects(tx, session, id, { limit: 100 }));

it("say why without repeating the cell, so that equal causes stand together and nothing hidden is told", async () => {
  const { session } = await makeTenant();
  const { id } = await importText(session, { kind: "orders", text: ORDERS });
  const { items } = await rejectsOf(session, id);
  expect(items).toHaveLength(6);
  for (const { reason } of items) expect(reason).not.toMatch(/verylong|03\/04|1,234/);
  const groups = await withTenant(session, "import:read", (tx) => groupRejects(tx, session, id));
  expect(groups.find(({ reason }) => reason.startsWith("The day can be read"))?.count).toBe(2);
});

it("are blank once somebody whom the row named was erased, also where an older release repeated the cell", async () => {
  const { session } = await makeTenant();
  await importText(session, { kind: "customers", text: `id,email\nER-77,${ADDRESS}\n` });
  const { id } = await importText(session, { kind: "orders", text: ORDERS });
  await withTenant(session, "import:write", (tx) =>
    tx.importReject.updateMany({
      where: { importId: id, line: 4 },
      data: { reason: `${ADDRESS} is not a day.` },
    }),
  );
  await withTenant(
    session,
    "protection:write",
    async (tx) => {
      const found = await tx.customer.findFirstOrThrow({ where: { externalId: "ER-77" } });
      await erasePerson(tx, session, { customerId: found.id, number: "ER-77" });
    },
    { timeoutMs: 60_000 },
  );
  const { items } = await rejectsOf(session, id);
  expect(JSON.stringify(items)).not.toContain("verylong");
  expect(items.filter(({ value }) => value === "erased").map(({ line }) => line)).toEqual([
    2, 3, 4, 7,
  ]);
});
