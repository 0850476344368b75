import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

export const ForgetMapping = z.object({ mappingId: z.uuid() });
export type ForgetMapping = z.infer<typeof ForgetMapping>;

/** Forget how files with certain headers of one source were mapped. One that is gone already is no error. */
export async function forgetMapping(
  tx: TenantTx,
  session: Session,
  { mappingId }: ForgetMapping,
): Promise<void> {
  const found = await tx.importMapping.findFirst({
    where: { id: mappingId },
    select: { kind: true },
  });
  if (!found) return;
  await tx.importMapping.deleteMany({ where: { id: mappingId } });
  await recordEvent(tx, session, {
    action: "import.mapping_forgotten",
    object: { type: "import", id: null },
    after: { kind: found.kind },
  });
}
