import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { countLinks } from "../queries/count-links.ts";
import type { DeleteNeed } from "../schema.ts";
import { lockSeenNeed } from "./lock-need.ts";

/**
 * Delete a need with the questions mapped to it, what reports say of it and the links to its evidence. The answers and the sources
 * themselves stay.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` where something hangs on it and nobody has said that it may go along
 */
export async function deleteNeed(
  tx: TenantTx,
  session: Session,
  { withLinks, ...seen }: DeleteNeed,
): Promise<void> {
  const need = await lockSeenNeed(tx, session, seen);
  const links = await countLinks(tx, session, need.id);
  if (!withLinks && Object.values(links).some((count) => count > 0))
    throw new DomainError(
      "conflict",
      "Questions, reports or evidence hang on this need. Say that they go along, or archive it instead.",
    );
  await tx.customerNeed.deleteMany({ where: { id: need.id } });
  await recordEvent(tx, session, {
    action: "need.deleted",
    object: { type: "need", id: need.id },
    before: { needKind: `${need.kind}_need`, segmentId: need.segmentId, ...links },
  });
}
