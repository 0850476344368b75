import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ImportKind } from "../types.ts";

const MOST_SOURCES = 100;
const MOST_IMPORTS = 30;

/** Where the rows of a kind can come from, to choose from. Days YYYY-MM-DD. */
export type Origins = {
  sources: { id: string; name: string }[];
  imports: { id: string; fileName: string; on: string }[];
};

/** The sources that files of a kind came from, by name, and the last 30 such files that stand, the newest first. */
export async function listOrigins(tx: TenantTx, kind: ImportKind): Promise<Origins> {
  const brought = { kind, status: "succeeded", isDryRun: false } as const;
  const sources = await tx.dataSource.findMany({
    where: {
      OR: [{ imports: { some: brought } }, { rowImports: { some: { import: brought } } }],
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: MOST_SOURCES,
  });
  const imports = await tx.import.findMany({
    where: brought,
    select: { id: true, fileName: true, createdAt: true },
    orderBy: { id: "desc" },
    take: MOST_IMPORTS,
  });
  return {
    sources,
    imports: imports.map(({ id, fileName, createdAt }) => ({
      ...{ id, fileName },
      on: createdAt.toISOString().slice(0, 10),
    })),
  };
}
