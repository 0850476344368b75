import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ImportQuery } from "../filter.ts";
import { importsWhere } from "../queries/imports-where.ts";

/** Write down that somebody takes the history of imports away as a file, in which format, how much, and by which filter. */
export async function recordHistoryExport(
  tx: TenantTx,
  session: Session,
  { query, format }: { query: ImportQuery; format: string },
): Promise<void> {
  const { kinds, statuses, sources } = query;
  const lists = { kinds, statuses, sources };
  await recordEvent(tx, session, {
    action: "import.history_exported",
    object: { type: "import_list", id: null },
    after: {
      format,
      rows: await tx.import.count({ where: importsWhere(query) }),
      ...Object.fromEntries(Object.entries(lists).filter(([, chosen]) => chosen.length > 0)),
    },
  });
}
