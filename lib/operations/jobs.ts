import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import { listUnattendedImports } from "#lib/db/operations.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { log } from "#lib/log.ts";

/**
 * Give every import and undo that lost its job a new one. That happens when a worker falls silent, its job goes to another,
 * and it wakes up to end that job as its own before the other dies too. May run twice: an attempt too many is fenced off.
 */
export async function resumeImports(): Promise<void> {
  for (const payload of await listUnattendedImports()) {
    const session = await systemSession(payload.tenantId, "job");
    await withTenant(session, "import:write", (tx) => enqueue(tx, "import.run", payload));
    log.warn(payload, "import without a job: it goes on");
  }
}
