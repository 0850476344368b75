import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { findLatestRun, type RunDetail } from "#lib/clv-runs/index.ts";
import { findOpenComplaints } from "#lib/complaints/index.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { asWatchRun, countOpenCases, listWatched } from "#lib/defection/index.ts";
import type { WatchRow } from "#lib/defection/types.ts";
import { listOwnDepartments } from "#lib/departments/index.ts";
import { findWholeFigures } from "#lib/segments/index.ts";
import { listNpsBySegment, npsOfAll } from "#lib/signals/index.ts";
import { listOwnedSources } from "#lib/sources/index.ts";
import { answersIn } from "#lib/stats/nps.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { Duties, Stake } from "./types.ts";

const DAY_MS = 86_400_000;
const FIRST_WATCHED = 5;
const OLDEST_COMPLAINTS = 5;

/** What there is to lose and who works on it; null for those who may not read value. */
export async function findStake(tx: TenantTx, session: Session): Promise<Stake | null> {
  if (!session.permissions.has("value:read")) return null;
  const run = await findLatestRun(tx);
  return {
    run,
    nps: await findNps(tx, session),
    cases: await countOpenCases(tx, session),
    watched: await listFirst(tx, session, run),
  };
}

/**
 * As it was counted with the figures of segments today or yesterday, so that home does not read every customer's last score; counted
 * now where these are older, or nobody had answered.
 */
async function findNps(tx: TenantTx, session: Session): Promise<Stake["nps"]> {
  if (!session.permissions.has("signal:read")) return null;
  const nowMs = (await databaseNow(tx)).getTime();
  const yesterday = dayInZone(session.workspace.timeZone, nowMs - DAY_MS);
  const stored = await findWholeFigures(tx, yesterday);
  if (stored && answersIn(stored.sums) > 0)
    return { ...npsOfAll(stored.sums), countedOn: stored.computedOn };
  // The last is of all who answered.
  const now = (await listNpsBySegment(tx, session)).at(-1);
  return now ? { ...now, countedOn: dayInZone(session.workspace.timeZone, nowMs) } : null;
}

async function listFirst(
  tx: TenantTx,
  session: Session,
  last: RunDetail | null,
): Promise<readonly WatchRow[]> {
  const run = asWatchRun(last);
  if (typeof run === "string") return [];
  return (await listWatched(tx, session, { run }, { limit: FIRST_WATCHED })).items;
}

/** What waits in the departments that a member leads or belongs to; null for those without one. */
export async function findDuties(tx: TenantTx, session: Session): Promise<Duties | null> {
  const { permissions, workspace } = session;
  const departments = await listOwnDepartments(tx, session);
  if (departments.length === 0) return null;
  const departmentIds = departments.map(({ id }) => id);
  return {
    departments: departments.map(({ name }) => name),
    complaints: permissions.has("complaint:read")
      ? await findOpenComplaints(tx, session, { departmentIds, limit: OLDEST_COMPLAINTS })
      : null,
    sources: permissions.has("source:read")
      ? await listOwnedSources(tx, session, departmentIds)
      : null,
    today: dayInZone(workspace.timeZone, Date.now()),
  };
}
