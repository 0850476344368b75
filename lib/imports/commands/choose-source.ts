import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { ensureSource, findSource } from "#lib/sources/index.ts";
import type { ImportMapping } from "../schema.ts";
import { USUAL_SOURCE } from "../usual-source.ts";
import { type Attempt, NOBODY } from "./import-attempt.ts";

/**
 * The attempt with the source of its rows: the one that the mapping names or the usual one, made when it is new. A dry
 * run makes none, and compares with nobody's rows.
 */
export async function chooseSource(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  mapping: ImportMapping | undefined,
): Promise<Attempt> {
  const { kind, isDryRun, importId } = attempt;
  if (attempt.sourceId !== NOBODY) return attempt;
  const usual = USUAL_SOURCE[kind];
  const source = { ...usual, name: mapping?.source ?? usual.name };
  if (isDryRun)
    return { ...attempt, sourceId: (await findSource(tx, session, source.name)) ?? NOBODY };
  const sourceId = await ensureSource(tx, session, source);
  await tx.import.updateMany({ where: { id: importId }, data: { sourceId } });
  return { ...attempt, sourceId };
}
