import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { keepDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { linkRefusal } from "../link-refusal.ts";
import { countLinks } from "../queries/count-links.ts";
import { KEPT_NEED } from "../queries/kept-need.ts";
import type { DeleteNeed } from "../schema.ts";
import type { LinkedRows } from "../types.ts";
import { lockNeed, lockSeenNeed } from "./lock-need.ts";

type Seen = Omit<DeleteNeed, "version"> & { version?: number | undefined };

/**
 * Delete a need with the questions mapped to it, what reports say of it and the links to its evidence. The answers and the sources
 * themselves stay; for a day all of it can be brought back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` with what rests on it where nobody has said that it may go along
 */
export async function deleteNeed(
  tx: TenantTx,
  session: Session,
  { needId, version, withLinks }: Seen,
): Promise<void> {
  await lockDeleted(tx, session);
  const need = await (version === undefined
    ? lockNeed(tx, session, needId)
    : lockSeenNeed(tx, session, { needId, version }));
  const { ruleNames: _, ...links } = await countLinks(tx, session, need.id);
  if (!withLinks) requireUnlinked(links);
  await keepDeleted(tx, session, KEPT_NEED, need.id);
  await tx.customerNeed.deleteMany({ where: { id: need.id } });
  await recordEvent(tx, session, {
    action: "need.deleted",
    object: { type: "need", id: need.id },
    before: { needKind: `${need.kind}_need`, segmentId: need.segmentId, ...links },
  });
}

function requireUnlinked(links: LinkedRows): void {
  const refusal = linkRefusal(links);
  if (refusal === null) return;
  throw new DomainError("conflict", refusal, { fields: { withLinks: [refusal] } });
}
