import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { PersonaStage } from "../types.ts";
import { type CardWithClaims, listPersonae } from "./list-personae.ts";
import { listPersonaStages } from "./persona-stages.ts";

/** A card with its claims and what the persona lives through, stage by stage. */
export type CardWithStages = CardWithClaims & { stages: readonly PersonaStage[] };

/** The active personae of these ids as `listPersonae` lists them, each with every stage of the workspace in its order. */
export async function listPersonaeWithStages(
  tx: TenantTx,
  session: Session,
  ids: readonly string[],
): Promise<CardWithStages[]> {
  const personae = await listPersonae(tx, session, ids);
  const stages = await listPersonaStages(
    tx,
    personae.map(({ id }) => id),
  );
  return personae.map((persona) => ({ ...persona, stages: stages.get(persona.id) ?? [] }));
}
