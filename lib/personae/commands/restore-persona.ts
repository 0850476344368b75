import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SeenPersona } from "../schema.ts";
import { requireFreeName } from "./check-choices.ts";
import { lockSeenPersona } from "./lock-persona.ts";

/** Bring an archived persona back. @throws DomainError `not_found`, `stale`, `conflict` where its name is taken meanwhile */
export async function restorePersona(
  tx: TenantTx,
  session: Session,
  seen: SeenPersona,
): Promise<void> {
  const persona = await lockSeenPersona(tx, session, seen);
  if (!persona.isArchived) return;
  await requireFreeName(tx, session, persona.name, persona.id);
  await tx.persona.updateMany({
    where: { id: persona.id },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "persona.restored",
    object: { type: "persona", id: persona.id },
    before: { isArchived: true },
    after: { isArchived: false },
  });
}
