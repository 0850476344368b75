import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { lockDeleted, memberOf } from "#lib/evidence/index.ts";
import { linkRefusal } from "../link-refusal.ts";
import { countLinks } from "../queries/count-links.ts";
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
  await keepNeed(tx, session, need.id);
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

/** As its rows are, for `bringBackNeed`; what was cut out of an interview that is deleted too goes along. */
async function keepNeed(tx: TenantTx, session: Session, needId: string): Promise<void> {
  const tenantId = session.workspace.id;
  await tx.$executeRaw`
    INSERT INTO deleted_need (tenant_id, id, kept, deleted_by)
    SELECT n.tenant_id, n.id, jsonb_build_object('need', to_jsonb(n),
      'questions', (SELECT coalesce(jsonb_agg(x), '[]') FROM need_question x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = n.id),
      'ratings', (SELECT coalesce(jsonb_agg(x), '[]') FROM need_rating x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = n.id),
      'evidence', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
        SELECT to_jsonb(e) FROM evidence e WHERE e.tenant_id = ${tenantId}::uuid AND e.need_id = n.id
        UNION ALL SELECT e FROM deleted_interview i, jsonb_array_elements(i.kept->'evidence') e
          WHERE i.tenant_id = ${tenantId}::uuid AND e->>'need_id' = n.id::text
      ) every (x))
    ), ${memberOf(session)}::uuid
    FROM customer_need n WHERE n.tenant_id = ${tenantId}::uuid AND n.id = ${needId}::uuid`;
}
