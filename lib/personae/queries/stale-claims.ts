import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { answersFor } from "../answers-for.ts";
import type { StaleCount } from "../types.ts";
import { listClaims } from "./claims.ts";

/** How many claims of the active personae that this member answers for are stale. */
export async function countStaleClaims(
  tx: TenantTx,
  session: Session,
  now = new Date(),
): Promise<StaleCount> {
  const personae = await tx.persona.findMany({
    where: { archivedAt: null },
    select: { id: true, responsible: { select: { id: true, deactivatedAt: true } } },
  });
  const ids = personae.flatMap(({ id, responsible }) =>
    answersFor(session.actor, responsible) ? [id] : [],
  );
  if (ids.length === 0) return { claims: 0, personae: 0 };
  const stale = [...(await listClaims(tx, session, ids, now)).values()].map(
    (claims) => claims.filter(({ isStale }) => isStale).length,
  );
  return {
    claims: stale.reduce((sum, count) => sum + count, 0),
    personae: stale.filter((count) => count > 0).length,
  };
}
