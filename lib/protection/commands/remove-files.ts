import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Remove the file of every import and dry run that has ended, whatever it holds: a row that changed nothing, a rejected
 * row and a dry run leave no trace by which the files that name a person could be told. Nothing needs them but a dry run
 * that is not imported yet, whose file is then uploaded again. Returns how many.
 */
export async function removeFiles(tx: TenantTx): Promise<number> {
  const ended = await tx.upload.findMany({
    where: { imports: { some: {}, none: { status: { in: ["queued", "running"] } } } },
    select: { id: true },
  });
  const ids = ended.map(({ id }) => id);
  await tx.import.updateMany({ where: { uploadId: { in: ids } }, data: { uploadId: null } });
  return (await tx.upload.deleteMany({ where: { id: { in: ids } } })).count;
}
