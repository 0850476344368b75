import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getSpectrum } from "#lib/experience/index.ts";
import type { PersonaStage } from "../types.ts";

/**
 * Every stage of the workspace in its order with what was said of it, by persona; none while the stages are the usual ones and
 * nothing was said.
 */
export async function listPersonaStages(
  tx: TenantTx,
  personaIds: readonly string[],
): Promise<Map<string, PersonaStage[]>> {
  const { stages } = await getSpectrum(tx);
  const said = await tx.personaStage.findMany({
    where: { personaId: { in: [...personaIds] } },
    select: { personaId: true, stageId: true, line: true, actual: true, desired: true },
  });
  const told = new Map(said.map((row) => [`${row.personaId} ${row.stageId}`, row]));
  return new Map(
    personaIds.map((personaId) => [
      personaId,
      stages.flatMap(({ id, name }) => {
        if (id === null) return [];
        const { line = null, actual = null, desired = null } = told.get(`${personaId} ${id}`) ?? {};
        return [{ stageId: id, name, line, actual, desired }];
      }),
    ]),
  );
}
