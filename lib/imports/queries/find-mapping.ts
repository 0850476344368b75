import "server-only";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { ImportMapping } from "../schema.ts";
import type { ImportKind } from "../types.ts";

export type MappingOfKind = { mappingId: string; kind: ImportKind };

/** How files with certain headers were mapped. @throws DomainError `invalid_input` when it is gone, or of another kind */
export async function findMapping(tx: TenantTx, { mappingId, kind }: MappingOfKind) {
  const found = isId(mappingId)
    ? await tx.importMapping.findFirst({
        where: { id: mappingId },
        select: { id: true, kind: true, fingerprint: true, mapping: true },
      })
    : null;
  if (found?.kind === kind) return { ...found, mapping: ImportMapping.parse(found.mapping) };
  const message = found
    ? "This mapping is for another kind of file. Choose one for what this file holds."
    : "This mapping was forgotten. Choose another.";
  throw new DomainError("invalid_input", message, { fields: { mappingId: [message] } });
}
