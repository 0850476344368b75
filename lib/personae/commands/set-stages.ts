import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { lockStages } from "#lib/experience/index.ts";
import type { SetStages } from "../schema.ts";
import { readStageFields } from "../stage-fields.ts";
import { lockSeenPersona, requireActive } from "./lock-persona.ts";

/**
 * Say what a persona lives through at each stage, and how it feels there.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one, `invalid_input` with the bad fields
 */
export async function setStages(
  tx: TenantTx,
  session: Session,
  { personaId, version, ...fields }: SetStages,
): Promise<{ id: string }> {
  const persona = await lockSeenPersona(tx, session, { personaId, version });
  requireActive(persona);
  const known = await lockStages(tx, session);
  const { stages, bad } = readStageFields(
    fields,
    known.map(({ id }) => id),
  );
  if (Object.keys(bad).length > 0)
    throw new DomainError("invalid_input", "Check the marked fields.", { fields: bad });
  const stageIds = stages.map(({ stageId }) => stageId);
  await tx.personaStage.deleteMany({ where: { personaId, stageId: { in: stageIds } } });
  const said = stages.filter(
    ({ line, actual, desired }) => line !== null || actual !== null || desired !== null,
  );
  await tx.personaStage.createMany({ data: said.map((stage) => ({ ...stage, personaId })) });
  await tx.persona.updateMany({
    where: { id: personaId },
    data: { updatedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "persona.changed",
    object: { type: "persona", id: personaId },
    after: { changed: ["stages"] },
  });
  return { id: personaId };
}
