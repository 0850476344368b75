import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SeenPersona } from "../schema.ts";
import { lockSeenPersona, requireActive } from "./lock-persona.ts";

/** Put a persona away with all it has. @throws DomainError `not_found`, `stale`, `conflict` for one that is archived */
export async function archivePersona(
  tx: TenantTx,
  session: Session,
  seen: SeenPersona,
): Promise<void> {
  const persona = await lockSeenPersona(tx, session, seen);
  requireActive(persona);
  await tx.persona.updateMany({
    where: { id: persona.id },
    data: { archivedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "persona.archived",
    object: { type: "persona", id: persona.id },
    before: { isArchived: false },
    after: { isArchived: true },
  });
}
