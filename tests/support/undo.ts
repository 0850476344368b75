import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listKeptRows, runImport, undoImport } from "#lib/imports/index.ts";
import type { ImportView, KeptRowView } from "#lib/imports/views.ts";
import { viewImport } from "./imports.ts";

/** Ask for an undo, without running it. */
export function askUndo(session: Session, importId: string) {
  return withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId }));
}

/** Undo an import as the worker would, and return how it ended. */
export async function undoOf(session: Session, importId: string): Promise<ImportView> {
  await askUndo(session, importId);
  await runImport({ tenantId: session.workspace.id, importId });
  return viewImport(session, importId);
}

/** The rows an undo left as they are. */
export async function keptBy(session: Session, importId: string): Promise<KeptRowView[]> {
  const { items } = await withTenant(session, "import:read", (tx) =>
    listKeptRows(tx, session, importId, { limit: 1000 }),
  );
  return items;
}

/** Everything that imports write, without ids and times of the machine. */
export function importedState(session: Session) {
  return withTenant(session, "order:read", async (tx) => {
    const orders = await tx.customerOrder.findMany({
      include: { customer: { select: { externalId: true } } },
      orderBy: { externalId: "asc" },
    });
    return {
      orders: orders.map(({ id, customerId, changedImportId, customer, ...order }) => ({
        ...order,
        customer: customer.externalId,
      })),
      customers: await tx.customer.findMany({
        select: {
          externalId: true,
          email: true,
          name: true,
          phone: true,
          registeredOn: true,
          attributes: true,
        },
        orderBy: { externalId: "asc" },
      }),
      consents: await tx.customerConsent.findMany({
        omit: { tenantId: true, customerId: true },
        orderBy: [{ customerId: "asc" }, { purpose: "asc" }],
      }),
    };
  });
}
