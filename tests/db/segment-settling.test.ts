import { beforeAll, expect, it, vi } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { SEGMENTS_AT_ONCE, settleMembers } from "#lib/segments/commands/settle-members.ts";
import { writeFacts } from "#lib/segments/commands/write-facts.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { compileRule } from "#lib/segments/queries/compile-rule.ts";
import { readRuleContext } from "#lib/segments/queries/rule-context.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import type { Rule } from "#lib/segments/schema.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { addRandomCustomers } from "#tests/support/random-customers.ts";
import { randomRule } from "#tests/support/random-rules.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const SEED = 20_261_123;
const CUSTOMERS = 60;
const BEFORE = "2026-11-20";
const ON_DAY = "2026-11-21";

let session: Session;
const rules = new Map<string, Rule>();
beforeAll(async () => {
  session = (await makeTenant()).session;
  await addRandomCustomers(session, createRandom(SEED, 0), CUSTOMERS);
  for (let at = 0; at < SEGMENTS_AT_ONCE + 5; at++)
    rules.set(newId(), randomRule(createRandom(SEED, at + 1)));
  const data = [...rules].map(([id, rule], at) => ({
    ...{ id, name: `Segment ${at}`, kind: "rule" },
    rule: JSON.parse(JSON.stringify(rule)),
  }));
  await withTenant(session, "segment:write", (tx) => tx.customerSegment.createMany({ data }));
  await refreshOn(BEFORE);
});

async function refreshOn(day: string) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T12:00:00Z`) });
  try {
    return await runSegmentRefresh({ tenantId: session.workspace.id });
  } finally {
    vi.useRealTimers();
  }
}

const inWorkspace = <T>(work: (tx: TenantTx) => Promise<T>) =>
  withTenant(session, "segment:write", work, { timeoutMs: 60_000 });

/** The customers in each segment, and those who meet its rule by the facts of the day. */
function membersAndMet() {
  return inWorkspace(async (tx) => {
    const context = await readRuleContext(tx, session, ON_DAY);
    await writeFacts(tx, { tenantId: session.workspace.id, ...context });
    const rows = await tx.segmentMember.findMany({ where: { validTo: null } });
    const found = [];
    for (const [id, rule] of rules) {
      const met = await tx.$queryRaw<{ id: string }[]>(
        compileRule(resolveRule(rule, context), session.workspace.id),
      );
      const members = rows.filter(({ segmentId }) => segmentId === id);
      found.push({
        members: members.map(({ customerId }) => customerId).sort(),
        met: met.map((each) => each.id).sort(),
      });
    }
    return found;
  });
}

/** Take every third membership away, and let everybody whom no rule finds into the first segments. */
function disturb() {
  return inWorkspace(async (tx) => {
    const rows = await tx.segmentMember.findMany({
      orderBy: [{ segmentId: "asc" }, { customerId: "asc" }],
    });
    const gone = rows.filter((_, at) => at % 3 === 0);
    for (const { segmentId, customerId } of gone)
      await tx.segmentMember.deleteMany({ where: { segmentId, customerId } });
    const customers = await tx.customer.findMany({ select: { id: true } });
    const [first = "", last = ""] = [[...rules.keys()][0], [...rules.keys()].at(-1)];
    const data = [first, last].flatMap((segmentId) =>
      customers.map(({ id }) => ({ segmentId, customerId: id, validFrom: new Date(BEFORE) })),
    );
    const { count } = await tx.segmentMember.createMany({ data, skipDuplicates: true });
    return { gone: gone.length, added: count };
  });
}

it("writes nothing where more has changed than is held at once", async () => {
  const written = await inWorkspace(async (tx) => {
    const context = await readRuleContext(tx, session, ON_DAY);
    const segments = [...rules]
      .slice(0, SEGMENTS_AT_ONCE)
      .map(([segmentId, rule]) => ({ segmentId, resolved: resolveRule(rule, context) }));
    await tx.segmentMember.deleteMany({});
    const scope = { tenantId: session.workspace.id, onDay: ON_DAY, segments };
    const none = await settleMembers(tx, { ...scope, mostChanged: 1 });
    const kept = await tx.segmentMember.count();
    return { none, kept, all: await settleMembers(tx, scope) };
  });
  expect(written.none).toBeNull();
  expect(written.kept).toBe(0);
  expect(written.all?.entered).toBeGreaterThan(SEGMENTS_AT_ONCE);
  expect(written.all?.left).toBe(0);
});

it("finds the members of more segments than one number has bits, as each rule finds them alone", async () => {
  await inWorkspace((tx) => tx.segmentMember.deleteMany({}));
  await refreshOn(BEFORE);
  await disturb();
  const disturbed = await membersAndMet();
  const missing = disturbed.flatMap(({ members, met }) =>
    met.filter((id) => !members.includes(id)),
  );
  const wrong = disturbed.flatMap(({ members, met }) => members.filter((id) => !met.includes(id)));
  expect(missing.length).toBeGreaterThan(100);
  expect(wrong.length).toBeGreaterThan(10);
  const { entered, left } = await refreshOn(ON_DAY);
  expect({ entered, left }).toEqual({ entered: missing.length, left: wrong.length });
  for (const { members, met } of await membersAndMet()) expect(members).toEqual(met);
  expect(await refreshOn(ON_DAY)).toMatchObject({ entered: 0, left: 0, changedFacts: 0 });
});
