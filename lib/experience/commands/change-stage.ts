import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ChangeStage } from "../schema.ts";
import { lockStages, pickStage, requireFreeName } from "./lock-stages.ts";

/** Rename and describe a stage. @throws DomainError `not_found`, `conflict` for a name that is taken, `stale` */
export async function changeStage(
  tx: TenantTx,
  session: Session,
  { stageId, was, name, description }: ChangeStage,
): Promise<void> {
  const stages = await lockStages(tx, session);
  const stage = pickStage(stages, stageId);
  if (stage.name === name && stage.description === description) return;
  if (stage.name !== was)
    throw new DomainError("stale", `This stage is called ${stage.name} meanwhile.`);
  requireFreeName(stages, name, stageId);
  await tx.experienceStage.updateMany({ where: { id: stageId }, data: { name, description } });
  await recordEvent(tx, session, {
    action: "persona.stages_changed",
    object: { type: "experience_stage", id: stageId },
    before: { name: stage.name },
    after: { name },
  });
}
