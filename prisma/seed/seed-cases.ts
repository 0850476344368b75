import type { Session } from "#lib/auth/types.ts";
import { readDatabaseNow } from "#lib/db/database-now.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { closeCase, findWatchRun, listWatched, openCase } from "#lib/defection/index.ts";
import type { Outcome } from "#lib/defection/types.ts";
import { nextDay } from "#lib/time/index.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_MEMBERS } from "./people.ts";

type DemoCase = {
  /** Whose place in the list it is, the first 0 */
  place: number;
  /** Address of who answers for it; null for nobody */
  by: string | null;
  nextStep: string | null;
  /** From today; null for no day */
  dueInDays: number | null;
  note: string | null;
  outcome?: Outcome;
};

const [INGRID, MAREK, LUKAS] = ["ingrid", "marek", "lukas"].map(
  (name) => `${name}@alderfinch.example`,
);

/** What the demo's members do about customers at risk. */
const CASES: readonly DemoCase[] = [
  {
    ...{ place: 0, by: INGRID ?? null, nextStep: "Call about the last delivery", dueInDays: 3 },
    note: "Prefers the morning.",
  },
  {
    ...{ place: 1, by: MAREK ?? null, nextStep: "Offer a free inspection", dueInDays: -2 },
    note: null,
  },
  { ...{ place: 3, by: LUKAS ?? null, nextStep: null, dueInDays: null }, note: null },
  ...ended("saved", [4, 7, 11, 14, 17, 20]),
  ...ended("lost", [6, 12, 15, 22]),
  ...ended("false_alarm", [9, 18]),
];
const LISTED = 25;

function ended(outcome: Outcome, places: readonly number[]): DemoCase[] {
  return places.map((place) => ({
    ...{ place, outcome, by: INGRID ?? null, nextStep: "Call", dueInDays: null, note: null },
  }));
}

/**
 * Take some cases of the demo's customers at risk as members would, and close some, unless there is one.
 *
 * @returns whether it was done now
 */
export async function seedCases(): Promise<boolean> {
  const session = await memberSession(DEMO_MEMBERS[0]?.email ?? "");
  const today = (await readDatabaseNow()).toISOString().slice(0, 10);
  return withTenant(session, "defection:write", async (tx) => {
    const run = await findWatchRun(tx);
    if (typeof run === "string" || (await tx.defectionCase.count()) > 0) return false;
    const { items } = await listWatched(tx, session, { run }, { limit: LISTED });
    for (const demoCase of CASES) {
      const customerId = items[demoCase.place]?.customerId;
      if (customerId) await seedCase(tx, session, { ...demoCase, customerId, today });
    }
    return true;
  });
}

async function seedCase(
  tx: TenantTx,
  session: Session,
  {
    customerId,
    by,
    nextStep,
    note,
    dueInDays,
    outcome,
    today,
  }: DemoCase & {
    customerId: string;
    today: string;
  },
): Promise<void> {
  const account =
    by && (await tx.account.findFirst({ where: { email: by }, select: { id: true } }));
  const member =
    account &&
    (await tx.membership.findFirst({ where: { accountId: account.id }, select: { id: true } }));
  const dueOn = dueInDays === null ? null : nextDay(today, dueInDays);
  const plan = { responsibleId: member ? member.id : null, nextStep, note, dueOn };
  await openCase(tx, session, { customerId, ...plan });
  if (!outcome) return;
  const { id: caseId } = await tx.defectionCase.findFirstOrThrow({
    where: { customerId, closedAt: null },
    select: { id: true },
  });
  await closeCase(tx, session, { caseId, version: 1, outcome });
}
