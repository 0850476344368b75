import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Completeness, Spectrum, UncoveredTouchpoint } from "../types.ts";
import { USUAL_STAGES } from "../usual-stages.ts";

/** The stages of the workspace, or the usual ones. */
export async function getSpectrum(tx: TenantTx): Promise<Spectrum> {
  const rows = await tx.experienceStage.findMany({
    select: { id: true, name: true, description: true, archivedAt: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0)
    return {
      ...{ isUsual: true, archived: [] },
      stages: USUAL_STAGES.map((stage) => ({ ...stage, id: null })),
    };
  return {
    isUsual: false,
    stages: rows
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name, description }) => ({ id, name, description })),
    archived: rows
      .filter(({ archivedAt }) => archivedAt !== null)
      .map(({ id, name }) => ({ id, name })),
  };
}

const MOST_SHOWN = 100;

/** Touchpoints at which nobody has listened for 90 days, or none of whose sources belongs to a department; the first 100 by name. */
export async function getCompleteness(tx: TenantTx, { workspace }: Session): Promise<Completeness> {
  const rows = await tx.$queryRaw<UncoveredTouchpoint[]>`
    SELECT t.id, t.name, coalesce(l.recent, 0)::int AS "recentSignals",
      EXISTS (SELECT 1 FROM signal g
        JOIN data_source s ON s.tenant_id = ${workspace.id}::uuid AND s.id = g.source_id AND s.owner_department_id IS NOT NULL
        WHERE g.tenant_id = ${workspace.id}::uuid AND g.touchpoint_id = t.id) AS "hasOwner"
    FROM touchpoint t LEFT JOIN (
      SELECT touchpoint_id, count(*) AS recent FROM signal
      WHERE tenant_id = ${workspace.id}::uuid AND occurred_on > current_date - 90 AND touchpoint_id IS NOT NULL GROUP BY 1
    ) l ON l.touchpoint_id = t.id
    WHERE t.tenant_id = ${workspace.id}::uuid ORDER BY t.name LIMIT 1000`;
  const uncovered = rows.filter(({ hasOwner, recentSignals }) => !hasOwner || recentSignals === 0);
  return { touchpoints: rows.length, uncovered: uncovered.slice(0, MOST_SHOWN) };
}
