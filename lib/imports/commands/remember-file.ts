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
  const { kind, importId, sourceId } = attempt;
  const remember = (kept: ImportMapping | undefined) =>
    rememberMapping(tx, session, importId, { kind, sourceId, headers, mapping: kept });
  if (!isNamedAfterFile(kind) || mapping?.format) return remember(chosen);
  const fingerprint = fingerprintOf(headers);
  const before =
    chosen ?? (await findSavedMapping(tx, { kind, sourceId, fingerprint, isOwnOnly: true }));
  const source = await tx.dataSource.findFirst({
    where: { id: sourceId },
    select: { name: true },
  });
  // Also where nothing was chosen: the next file with these headers belongs to the same source.
  await remember({ columns: {}, ...before, ...(source ? { source: source.name } : {}) });
}
