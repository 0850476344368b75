import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { ensureSource, findSource } from "#lib/sources/index.ts";
import type { RowSources } from "../row-sources.ts";
import { isNamedAfterFile, USUAL_SOURCE, usualSourceName } from "../usual-source.ts";
import { type Attempt, NOBODY } from "./import-attempt.ts";
import type { ImportedFile } from "./remember-file.ts";
import { fingerprintOf } from "./remember-mapping.ts";

/**
 * The attempt with the source of its rows: the one that they name themselves first, the one that the mapping names, the one of the last file with these headers,
 * or the usual one, made when it is new. A dry run makes none, and compares with nobody's rows.
 */
export async function chooseSource(
  tx: TenantTx,
  session: Session,
  attempt: Attempt,
  { mapping, headers, firstSource }: Pick<ImportedFile, "mapping" | "headers"> & RowSources,
): Promise<Attempt> {
  const { kind, isDryRun, importId } = attempt;
  if (attempt.sourceId !== NOBODY) return attempt;
  const name = firstSource ?? mapping?.source ?? (await usualName(tx, attempt, headers));
  const source = { ...USUAL_SOURCE[kind], name };
  if (isDryRun)
    return { ...attempt, sourceId: (await findSource(tx, session, source.name)) ?? NOBODY };
  const sourceId = await ensureSource(tx, session, source);
  await tx.import.updateMany({ where: { id: importId }, data: { sourceId } });
  return { ...attempt, sourceId };
}

async function usualName(
  tx: TenantTx,
  { kind, fileName }: Attempt,
  headers: readonly string[],
): Promise<string> {
  const last = isNamedAfterFile(kind)
    ? await tx.importMapping.findFirst({
        where: { kind, fingerprint: fingerprintOf(headers) },
        select: { source: { select: { name: true } } },
        orderBy: { usedAt: "desc" },
      })
    : null;
  return last?.source?.name ?? usualSourceName(kind, fileName);
}
