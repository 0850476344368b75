import { beforeAll, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { answerEstimate, answerLive } from "#lib/segments/index.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { compileRule, factsFor, partSql, SLOTS } from "#lib/segments/queries/compile-rule.ts";
import { readRuleContext } from "#lib/segments/queries/rule-context.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import { Rule } from "#lib/segments/schema.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import { addRandomCustomers } from "#tests/support/random-customers.ts";
import { randomRule } from "#tests/support/random-rules.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const ON_DAY = "2026-11-21";
const SEED = 20_261_123;
const CUSTOMERS = 150;
const RULES = 150;
const BOUGHT = Rule.parse({
  any: [
    { field: "orders.product", op: "known" },
    { field: "orders.days", op: ">=", value: 2 },
  ],
});

let tenant: TestTenant;
let owner: Session;
beforeAll(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  await addRandomCustomers(owner, createRandom(SEED, 0), CUSTOMERS);
  await runSegmentRefresh({ tenantId: owner.workspace.id });
});

/** As if the workspace had so many customers; the facts are those of `CUSTOMERS`. */
async function pretend(customers: number): Promise<void> {
  await withTenant(owner, "segment:write", async (tx) => {
    for (const { computedOn, sums } of await tx.segmentRefresh.findMany())
      await tx.segmentRefresh.updateMany({
        where: { computedOn },
        data: { sums: { ...(sums as object), customers } },
      });
  });
}

const estimate = (rule: Rule, who = owner) =>
  withTenant(who, "segment:read", (tx) => answerEstimate(tx, who, rule));
const count = (rule: Rule) =>
  withTenant(owner, "segment:read", (tx) => answerLive(tx, owner, rule));

describe("an estimate of a rule", () => {
  it("asks each customer what the count asks, whatever the rule: all slots together are everybody", async () => {
    const tenantId = owner.workspace.id;
    const random = createRandom(SEED, 1);
    await withTenant(
      owner,
      "segment:read",
      async (tx) => {
        const context = await readRuleContext(tx, owner, ON_DAY);
        for (let at = 0; at < RULES; at++) {
          const resolved = resolveRule(randomRule(random), context);
          const { root } = resolved;
          const all = await tx.$queryRaw<{ id: string }[]>(compileRule(resolved, tenantId));
          const drawn = await tx.$queryRaw<{ id: string }[]>(
            sql`SELECT f.customer_id AS id ${factsFor([root], tenantId, SLOTS)} AND ${partSql(root)}`,
          );
          const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
          expect(ids(drawn)).toEqual(ids(all));
        }
      },
      { timeoutMs: 60_000 },
    );
  });

  it("is not made of few customers, who are counted as fast", async () => {
    await pretend(99_999);
    expect(await estimate(BOUGHT)).toBeNull();
  });

  it("expects of all what those drawn show, with its interval and how many these are", async () => {
    await pretend(1_000_000);
    const drawn = 40;
    await withTenant(owner, "segment:write", async (tx) => {
      const rows = await tx.customerFact.findMany({ select: { customerId: true } });
      const first = rows.slice(0, drawn).map(({ customerId }) => customerId);
      await tx.customerFact.updateMany({ data: { sampleSlot: 63 } });
      await tx.customerFact.updateMany({
        where: { customerId: { in: first } },
        data: { sampleSlot: 0 },
      });
    });
    const answer = await estimate(BOUGHT);
    const bought = Math.round(((answer?.customers ?? 0) * drawn) / 1_000_000);
    const [low, high] = wilsonInterval(bought, drawn) ?? [0, 0];
    expect(bought).toBeGreaterThan(0);
    expect(answer).toMatchObject({
      drawn,
      ofAll: 1_000_000,
      customers: (bought * 1_000_000) / drawn,
      interval: [Math.round(low * 1_000_000), Math.round(high * 1_000_000)],
    });
    expect(Object.keys(answer?.counts ?? {})).toEqual(Object.keys((await count(BOUGHT)).counts));
    const gone = Rule.parse({ all: [{ field: "attributes.gone", op: "known" }] });
    expect((await estimate(gone))?.problems).toEqual((await count(gone)).problems);
    expect((await estimate(gone))?.problems).toHaveLength(1);
  });

  it("is refused to who may not read what the rule asks, and empty in another workspace", async () => {
    const scored = Rule.parse({ all: [{ field: "signals.lastScore", op: ">=", value: 9 }] });
    const stranger = (await makeTenant()).session;
    expect(await estimate(scored, stranger)).toBeNull();
    await pretend(1_000_000);
    const byAge = Rule.parse({ all: [{ field: "attributes.city", op: "=", value: "Bern" }] });
    await expect(estimate(byAge, tenant.sessionAs("department_head"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
