import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { IMPORT_KINDS } from "../types.ts";

export const ForgetMapping = z.object({
  kind: z.enum(IMPORT_KINDS),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ForgetMapping = z.infer<typeof ForgetMapping>;

/** Forget how files with these headers were mapped. One that is gone already is no error. */
export async function forgetMapping(
  tx: TenantTx,
  session: Session,
  { kind, fingerprint }: ForgetMapping,
): Promise<void> {
  const { count } = await tx.importMapping.deleteMany({ where: { kind, fingerprint } });
  if (count === 0) return;
  await recordEvent(tx, session, {
    action: "import.mapping_forgotten",
    object: { type: "import", id: null },
    after: { kind },
  });
}
