import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { AddStage } from "../schema.ts";
import { lockStages, requireFreeName } from "./lock-stages.ts";

const MOST_STAGES = 30;

/** Add a stage after the last. @throws DomainError `conflict` for a name that is taken or more than 30 stages */
export async function addStage(
  tx: TenantTx,
  session: Session,
  { name, description }: AddStage,
): Promise<{ id: string }> {
  const stages = await lockStages(tx, session);
  requireFreeName(stages, name);
  if (stages.filter(({ isArchived }) => !isArchived).length >= MOST_STAGES)
    throw new DomainError("conflict", `There are ${MOST_STAGES} stages. Archive one first.`);
  const id = newId();
  const position = Math.max(0, ...stages.map((stage) => stage.position)) + 1;
  await tx.experienceStage.create({
    data: { id, name, description, position },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "persona.stages_changed",
    object: { type: "experience_stage", id },
    after: { name },
  });
  return { id };
}
