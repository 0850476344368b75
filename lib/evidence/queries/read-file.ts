import "server-only";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

export type EvidenceFile = { name: string; mediaType: string; bytes: Uint8Array };

/** A kept file. @throws DomainError `not_found` */
export async function readEvidenceFile(tx: TenantTx, id: string): Promise<EvidenceFile> {
  const file = isId(id)
    ? await tx.evidenceFile.findFirst({
        where: { id },
        select: { name: true, mediaType: true, bytes: true },
      })
    : null;
  if (!file) throw new DomainError("not_found", "This file does not exist.");
  return file;
}
