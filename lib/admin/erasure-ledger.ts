import { z } from "zod";
import { systemSession } from "#lib/auth/system-session.ts";
import { findWorkspace, listWorkspaces } from "#lib/db/directory.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addToLedger, ledgerKeyCheck, listLedger, reapplyErasures } from "#lib/protection/index.ts";

const Ledger = z.object({
  /** Tells whether it was written under this installation's APP_SECRET */
  keyCheck: z.string(),
  workspaces: z.array(
    z.object({
      id: z.uuid(),
      entries: z.array(z.object({ contactHmacs: z.array(z.string()), erasedAt: z.iso.datetime() })),
    }),
  ),
});
type Ledger = z.infer<typeof Ledger>;

/** Who was erased, in every workspace. */
export async function exportLedger(): Promise<Ledger> {
  const workspaces: Ledger["workspaces"] = [];
  for (const { id } of await listWorkspaces()) {
    const session = await systemSession(id, "operator");
    const entries = await withTenant(session, "protection:write", listLedger);
    if (entries.length > 0) workspaces.push({ id, entries });
  }
  return { keyCheck: ledgerKeyCheck(), workspaces };
}

/**
 * Erase again whom the ledger in `text` names, in the workspaces that are there.
 *
 * @throws Error in one sentence when it is no ledger, or was written under another APP_SECRET
 */
export async function applyLedger(text: string): Promise<{ customers: number; entries: number }> {
  const ledger = parseLedger(text);
  if (ledger.keyCheck !== ledgerKeyCheck())
    throw new Error(
      "The ledger was written under another APP_SECRET: its hashes say nothing here.",
    );
  let customers = 0;
  let entries = 0;
  for (const workspace of ledger.workspaces) {
    if (!(await findWorkspace(workspace.id))) continue;
    const session = await systemSession(workspace.id, "operator");
    entries += await withTenant(session, "protection:write", (tx) =>
      addToLedger(tx, session, workspace.entries),
    );
    const hmacs = new Set(workspace.entries.flatMap(({ contactHmacs }) => contactHmacs));
    customers += await reapplyErasures(session, hmacs);
  }
  return { customers, entries };
}

function parseLedger(text: string): Ledger {
  try {
    return Ledger.parse(JSON.parse(text));
  } catch {
    throw new Error("The file is no ledger of erasures.");
  }
}
