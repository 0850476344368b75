import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RemoveRating } from "../schema.ts";

/** Take back what a report was said to tell of a need. @throws DomainError `not_found` */
export async function removeRating(
  tx: TenantTx,
  session: Session,
  { ratingId: id }: RemoveRating,
): Promise<void> {
  const rating = await tx.needRating.findFirst({
    where: { id },
    select: { needId: true, aspect: true, n: true, top2: true },
  });
  if (!rating) throw new DomainError("not_found", "This report is not there any more.");
  const { needId, ...before } = rating;
  await tx.needRating.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "need.rating_removed",
    object: { type: "need", id: needId },
    before,
  });
}
