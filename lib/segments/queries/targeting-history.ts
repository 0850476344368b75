import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { readWeights } from "../targeting/schema.ts";
import {
  FACTORS,
  TARGET_PARTS,
  type TargetVersion,
  USUAL_WEIGHTS,
  type WeightsVersion,
} from "../targeting/types.ts";
import { versionChanges } from "../targeting/version-changes.ts";
import { withMakers } from "./version-makers.ts";

const MOST_VERSIONS = 50;
const MADE = { version: true, changedBy: true, changedAt: true } as const;

/** What was said of a segment as a target over time, the latest first; the last 50. */
export async function listTargetVersions(
  tx: TenantTx,
  segmentId: string,
): Promise<TargetVersion[]> {
  const rows = await tx.segmentTargetVersion.findMany({
    where: { segmentId },
    select: {
      ...{ ...MADE, fit: true, capacity: true, competency: true },
      ...{ rank: true, rankWhy: true, notWhy: true },
    },
    orderBy: { version: "desc" },
    take: MOST_VERSIONS,
  });
  const made = await withMakers(tx, rows);
  const changed = versionChanges<(typeof TARGET_PARTS)[number], number | string>(
    TARGET_PARTS,
    rows,
  );
  return made.map((version, at) => ({ ...version, changed: changed[at] ?? [] }));
}

/** How the factors counted over time, the latest first; the last 50, and at the end how they count before anybody says so. */
export async function listWeightsVersions(tx: TenantTx): Promise<WeightsVersion[]> {
  const rows = await tx.targetingPolicyVersion.findMany({
    select: { ...MADE, weights: true },
    orderBy: { version: "desc" },
    take: MOST_VERSIONS,
  });
  const made = await withMakers(tx, rows);
  const isWhole = rows.at(-1)?.version === 1;
  const states = rows.map(({ weights }) => readWeights(weights));
  const changed = versionChanges(FACTORS, isWhole ? [...states, USUAL_WEIGHTS] : states);
  const usual = { version: 0, changedBy: null, changedAt: null };
  return (isWhole ? [...made, usual] : made).map((version, at) => ({
    ...version,
    changed: changed[at] ?? [],
  }));
}
