import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { MoveStage } from "../schema.ts";
import { lockStages, pickStage } from "./lock-stages.ts";

/** Move a stage one place; at an end it stays. @throws DomainError `not_found` */
export async function moveStage(
  tx: TenantTx,
  session: Session,
  { stageId, to }: MoveStage,
): Promise<void> {
  const stages = await lockStages(tx, session);
  const stage = pickStage(stages, stageId);
  const shown = stages.filter(({ isArchived }) => !isArchived);
  const other = shown[shown.indexOf(stage) + (to === "earlier" ? -1 : 1)];
  if (!other || stage.isArchived) return;
  await setPosition(tx, stage.id, other.position);
  await setPosition(tx, other.id, stage.position);
  await recordEvent(tx, session, {
    action: "persona.stages_changed",
    object: { type: "experience_stage", id: stageId },
    before: { position: stage.position },
    after: { position: other.position },
  });
}

async function setPosition(tx: TenantTx, id: string, position: number): Promise<void> {
  await tx.experienceStage.updateMany({ where: { id }, data: { position } });
}
