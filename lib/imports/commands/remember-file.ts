import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findSavedMapping } from "../queries.ts";
import type { ImportMapping } from "../schema.ts";
import { isNamedAfterFile } from "../usual-source.ts";
import type { Attempt } from "./import-attempt.ts";
import { fingerprintOf, rememberMapping } from "./remember-mapping.ts";

/** How a file was read that was imported, as far as that was chosen and not said by the file itself. */
export type ImportedFile = {
  headers: readonly string[];
  mapping: ImportMapping | undefined;
  chosen: ImportMapping | undefined;
};

/** Keep for the next file with the same headers what was chosen for this one, and the source it belongs to. */
export async function rememberFile(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  { headers, mapping, chosen }: ImportedFile,
): Promise<void> {
  const { kind, importId } = attempt;
  if (!isNamedAfterFile(kind) || mapping?.format)
    return rememberMapping(tx, session, importId, { kind, headers, mapping: chosen });
  const source = await tx.dataSource.findFirst({
    where: { id: attempt.sourceId },
    select: { name: true },
  });
  const before = chosen ?? (await findSavedMapping(tx, kind, fingerprintOf(headers)));
  await rememberMapping(tx, session, importId, {
    ...{ kind, headers },
    mapping: { columns: {}, ...before, ...(source ? { source: source.name } : {}) },
  });
}
