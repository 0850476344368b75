import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { ensureSource, findSource } from "#lib/sources/index.ts";
import { rowsBySource, sourceKey } from "../row-sources.ts";
import type { ImportRow } from "../types.ts";
import { USUAL_SOURCE } from "../usual-source.ts";
import { type Attempt, NOBODY } from "./import-attempt.ts";

/** The ids of the sources by what rows name, made when they are new, and told of the import. A dry run makes none. */
export async function chooseRowSources(
  tx: TenantTx,
  session: Session,
  { kind, isDryRun, sourceId, importId }: Attempt,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const [key, [first]] of rowsBySource(rows)) {
    const name = first?.sourceName ?? "";
    if (sourceKey({ sourceName: name }) === "") sources.set(key, sourceId);
    else if (isDryRun) sources.set(key, (await findSource(tx, session, name)) ?? NOBODY);
    else {
      const named = await ensureSource(tx, session, { ...USUAL_SOURCE[kind], name });
      sources.set(key, named);
      await tx.importSource.createMany({
        data: [{ importId, sourceId: named }],
        skipDuplicates: true,
      });
    }
  }
  return sources;
}
