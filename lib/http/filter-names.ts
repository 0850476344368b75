import "server-only";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ExportFilters } from "#lib/exports/index.ts";

type Named = { id: string; name: string };

/** Reads the names of the things that a filter names by their ids. */
const NAMES: Readonly<Record<string, (tx: TenantTx, ids: string[]) => Promise<Named[]>>> = {
  source: (tx, ids) => tx.dataSource.findMany({ where: { id: { in: ids } }, select: NAME }),
  department: (tx, ids) => tx.department.findMany({ where: { id: { in: ids } }, select: NAME }),
  segment: findSegments,
  population: findSegments,
  persona: (tx, ids) => tx.persona.findMany({ where: { id: { in: ids } }, select: NAME }),
  import: async (tx, ids) => {
    const found = await tx.import.findMany({
      where: { id: { in: ids } },
      select: { id: true, fileName: true },
    });
    return found.map(({ id, fileName }) => ({ id, name: fileName }));
  },
};

const NAME = { id: true, name: true } as const;

function findSegments(tx: TenantTx, ids: string[]): Promise<Named[]> {
  return tx.customerSegment.findMany({ where: { id: { in: ids } }, select: NAME });
}

/** Filters as people read them: things by their names in place of their ids; one that is gone keeps its id. */
export async function namedFilters(tx: TenantTx, filters: ExportFilters): Promise<ExportFilters> {
  const names = new Map<string, string>();
  for (const [field, read] of Object.entries(NAMES)) {
    const ids = filters.flatMap(([name, value]) => (name === field && isId(value) ? [value] : []));
    if (ids.length === 0) continue;
    for (const { id, name } of await read(tx, ids)) names.set(id, name);
  }
  return filters.map(([field, value]) => [field, names.get(value) ?? value] as const);
}
