import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { checkRequest, queueImport, type StartedImport } from "./start-import.ts";

export const ReviseImport = z.object({
  importId: z.uuid(),
  kind: z.string(),
  dryRun: z.enum(["true", "false"]),
  mapping: z.string().optional(),
});
export type ReviseImport = z.infer<typeof ReviseImport>;

/**
 * Check or import the file of a dry run again with another mapping, without a second upload. A new dry run takes the
 * place of the one before.
 *
 * @throws DomainError `not_found`; `invalid_input` for a wrong mapping; `conflict` when it is no dry run that has ended,
 * or its file is gone
 */
export async function reviseImport(
  tx: TenantTx,
  session: Session,
  { importId, kind, dryRun, mapping }: ReviseImport,
): Promise<StartedImport> {
  const request = checkRequest({ kind, mapping });
  const upload = await uploadOf(tx, importId);
  const input = { kind, isDryRun: dryRun === "true", origin: "browser" } as const;
  const { id, status } = await queueImport(tx, session, input, request, upload);
  return { id, status };
}

async function uploadOf(tx: TenantTx, id: string) {
  const found = await tx.import.findFirst({
    where: { id },
    select: {
      ...{ isDryRun: true, status: true },
      upload: { select: { id: true, fileName: true, byteCount: true, sha256: true } },
    },
  });
  if (!found) throw new DomainError("not_found", "This import does not exist.");
  if (!found.isDryRun || (found.status !== "succeeded" && found.status !== "failed"))
    throw new DomainError("conflict", "Only the mapping of a dry run that has ended can change.");
  const { upload } = found;
  if (upload) return { ...upload, byteCount: Number(upload.byteCount) };
  throw new DomainError("conflict", "The file of this dry run is gone. Upload it again.");
}
