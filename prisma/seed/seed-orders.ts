import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "#lib/admin/import-file.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { alderFinchFiles } from "./alder-finch.ts";
import { DEMO_WORKSPACE } from "./people.ts";

/** Columns of the customers file that are no field of their own. */
const CUSTOMER_MAPPING = JSON.stringify({
  columns: {
    "Customer no": "externalId",
    Name: "name",
    Email: "email",
    Registered: "registeredOn",
    Kind: "attributes.kind",
    City: "attributes.city",
    "Care plan": "attributes.carePlan",
  },
});

/**
 * Import the demo's customers and orders as anybody would, unless the demo workspace has orders.
 *
 * @returns whether it was done now
 * @throws Error when an import did not succeed
 */
export async function seedOrders(): Promise<boolean> {
  const session = await systemSession(DEMO_WORKSPACE.slug, "operator");
  const isThere = await withTenant(session, "order:read", (tx) =>
    tx.customerOrder.findFirst({ select: { id: true } }),
  );
  if (isThere) return false;
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  try {
    await importDemo(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

async function importDemo(folder: string): Promise<void> {
  const { customers, orders } = alderFinchFiles();
  const at = {
    customers: join(folder, "alder-finch-customers.csv"),
    orders: join(folder, "alder-finch-orders.csv"),
  };
  writeFileSync(at.customers, customers);
  writeFileSync(at.orders, orders);
  const common = { workspace: DEMO_WORKSPACE.slug, isDryRun: false };
  const views = await importFiles([
    { ...common, kind: "customers", file: at.customers, mapping: CUSTOMER_MAPPING },
    { ...common, kind: "orders", file: at.orders },
  ]);
  const failed = views.find(({ status }) => status !== "succeeded");
  if (failed)
    throw new Error(
      `The demo's ${failed.kind} were not imported: ${failed.failure ?? failed.status}`,
    );
}
