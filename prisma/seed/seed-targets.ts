import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { declineTarget, judgeTarget, rankTarget, suggestSegments } from "#lib/segments/index.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_OWNER } from "./people.ts";

type DemoTarget = {
  name: string;
  judged: { fit: number; capacity: number; competency: number };
  ranked?: { rank: number; rankWhy: string };
  notWhy?: string;
};

/** What the demo says of its segments as targets. */
const TARGETS: readonly DemoTarget[] = [
  {
    name: "Landlords & Lets",
    judged: { fit: 5, capacity: 3, competency: 4 },
    ranked: { rank: 1, rankWhy: "One contact brings several homes, and they recommend us." },
  },
  { name: "Family Upgraders", judged: { fit: 4, capacity: 4, competency: 4 } },
  {
    name: "Careful Renovators",
    judged: { fit: 3, capacity: 4, competency: 3 },
    notWhy: "They compare for months. Better served once the planning service is there.",
  },
  { name: "Quiet Loyalists", judged: { fit: 4, capacity: 5, competency: 5 } },
];

/**
 * Judge the demo's segments as targets, and have groups looked for, unless somebody has.
 *
 * @returns whether it was done now
 */
export async function seedTargets(): Promise<boolean> {
  const session = await memberSession(DEMO_OWNER.email);
  const isDone = await withTenant(session, "segment:write", async (tx) => {
    if ((await tx.segmentTarget.count()) > 0) return true;
    for (const target of TARGETS) await judge(tx, session, target);
    return false;
  });
  if (isDone) return false;
  await suggestSegments({ tenantId: session.workspace.id });
  return true;
}

async function judge(tx: TenantTx, session: Session, target: DemoTarget): Promise<void> {
  const { name, judged, ranked, notWhy } = target;
  const segment = await tx.customerSegment.findFirst({ where: { name }, select: { id: true } });
  if (!segment) return;
  const segmentId = segment.id;
  await judgeTarget(tx, session, { segmentId, version: 0, ...judged });
  if (ranked) await rankTarget(tx, session, { segmentId, version: 1, ...ranked });
  if (notWhy) await declineTarget(tx, session, { segmentId, version: 1, notWhy });
}
