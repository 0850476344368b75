import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { NamedStage } from "../schema.ts";
import { lockStages, pickStage, requireFreeName } from "./lock-stages.ts";

/** Put a stage away; what personae say of it is kept for a return. @throws DomainError `not_found`, `conflict` for the last one */
export async function archiveStage(
  tx: TenantTx,
  session: Session,
  { stageId }: NamedStage,
): Promise<void> {
  const stages = await lockStages(tx, session);
  const stage = pickStage(stages, stageId);
  if (stage.isArchived) return;
  if (stages.filter(({ isArchived }) => !isArchived).length === 1)
    throw new DomainError("conflict", "An experience has one stage at least.");
  await write(tx, session, stageId, new Date());
}

/** Bring a stage back. @throws DomainError `not_found`, `conflict` where its name is taken meanwhile */
export async function restoreStage(
  tx: TenantTx,
  session: Session,
  { stageId }: NamedStage,
): Promise<void> {
  const stages = await lockStages(tx, session);
  const stage = pickStage(stages, stageId);
  if (!stage.isArchived) return;
  requireFreeName(stages, stage.name, stageId);
  await write(tx, session, stageId, null);
}

async function write(
  tx: TenantTx,
  session: Session,
  id: string,
  archivedAt: Date | null,
): Promise<void> {
  await tx.experienceStage.updateMany({ where: { id }, data: { archivedAt } });
  await recordEvent(tx, session, {
    action: "persona.stages_changed",
    object: { type: "experience_stage", id },
    after: { isArchived: archivedAt !== null },
  });
}
