import { withTenant } from "#lib/db/with-tenant.ts";
import { createSegment, type NewSegment, orderPrimary } from "#lib/segments/index.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_OWNER } from "./people.ts";

type DemoSegment = Pick<NewSegment, "name" | "note" | "rule">;

const HOUSEHOLD = { field: "attributes.kind", op: "=", value: "Household" } as const;

/** The primary segmentation of the demo, in its order. */
const PRIMARY: readonly DemoSegment[] = [
  {
    name: "Landlords & Lets",
    note: "They let homes and need repairs between tenants",
    rule: { all: [{ field: "attributes.kind", op: "=", value: "Landlord" }] },
  },
  {
    name: "Family Upgraders",
    note: "Households that furnish and renew as the family grows",
    rule: {
      all: [
        HOUSEHOLD,
        { field: "orders.days", op: ">=", value: 3 },
        { field: "orders.lastOn", op: ">=", value: { daysAgo: 365 } },
      ],
    },
  },
  {
    name: "Careful Renovators",
    note: "Few, large purchases, each thought over",
    rule: {
      all: [
        HOUSEHOLD,
        { field: "orders.days", op: "between", value: [1, 2] },
        { field: "orders.amount", op: ">=", value: 400 },
      ],
    },
  },
  {
    name: "Quiet Loyalists",
    note: "Long with us and never heard from",
    rule: {
      all: [
        HOUSEHOLD,
        { field: "customer.since", op: "<=", value: { daysAgo: 730 } },
        {
          none: [
            { field: "complaints.count", op: ">", value: 0 },
            { field: "signals.count", op: ">", value: 0 },
          ],
        },
      ],
    },
  },
];

const LET_DOWN: DemoSegment = {
  name: "Let down by repairs",
  note: "On a care plan and disappointed: call before they leave",
  rule: {
    all: [
      { field: "attributes.carePlan", op: "=", value: true },
      {
        any: [
          { field: "complaints.count", op: ">=", value: 1 },
          { field: "signals.lastScore", op: "<=", value: 6 },
        ],
      },
      { none: [{ field: "orders.lastOn", op: "<", value: { daysAgo: 540 } }] },
    ],
  },
};

/**
 * Make the demo's segments as a member would, and find their customers, unless there is one of a rule.
 *
 * @returns whether it was done now
 */
export async function seedSegments(): Promise<boolean> {
  const session = await memberSession(DEMO_OWNER.email);
  const isDone = await withTenant(session, "segment:write", async (tx) => {
    if ((await tx.customerSegment.count({ where: { kind: "rule" } })) > 0) return true;
    const asked: { segmentId: string; rank: number }[] = [];
    for (const [at, segment] of PRIMARY.entries()) {
      const { id } = await createSegment(tx, session, { ...segment, ...NOT_SENSITIVE });
      asked.push({ segmentId: id, rank: at + 1 });
    }
    await createSegment(tx, session, { ...LET_DOWN, ...NOT_SENSITIVE });
    await orderPrimary(tx, session, { asked, move: null });
    return false;
  });
  if (isDone) return false;
  await runSegmentRefresh({ tenantId: session.workspace.id });
  return true;
}

const NOT_SENSITIVE = { purpose: null, lawfulBasis: null };
