import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { DeletedKind } from "../types.ts";
import { lockDeleted } from "./lock-deleted.ts";

/**
 * The row of a record that was deleted within the last day, as it was, held with `lockDeleted` until the transaction ends.
 *
 * @throws DomainError `not_found` after that day, and once it is back
 */
export async function takeDeleted(
  tx: TenantTx,
  session: Session,
  { kind, id }: { kind: DeletedKind; id: string },
): Promise<unknown> {
  await lockDeleted(tx, session);
  const [found] = isId(id)
    ? await tx.$queryRaw<{ record: unknown }[]>`
    SELECT kept->'record' AS record FROM deleted_record WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid
      AND kind = ${kind} AND deleted_at > now() - interval '24 hours' FOR UPDATE`
    : [];
  if (found) return found.record;
  throw new DomainError("not_found", `This ${kind} cannot be brought back any more.`);
}
