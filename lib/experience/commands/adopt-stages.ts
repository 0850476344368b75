import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AdoptStages } from "../schema.ts";
import { lockStages } from "./lock-stages.ts";

/** Make the usual stages the workspace's own, to be changed. */
export async function adoptStages(
  tx: TenantTx,
  session: Session,
  _input: AdoptStages,
): Promise<void> {
  const stages = await lockStages(tx, session);
  await recordEvent(tx, session, {
    action: "persona.stages_changed",
    object: { type: "experience_stage", id: null },
    after: { rows: stages.length },
  });
}
