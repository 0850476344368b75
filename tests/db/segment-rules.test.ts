import { beforeAll, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { writeFacts } from "#lib/segments/commands/write-facts.ts";
import { evaluateRule } from "#lib/segments/evaluate-rule.ts";
import { foldText } from "#lib/segments/fold-text.ts";
import { compileRule } from "#lib/segments/queries/compile-rule.ts";
import { readRuleContext } from "#lib/segments/queries/rule-context.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import { Rule } from "#lib/segments/schema.ts";
import type { CustomerFacts } from "#lib/segments/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { addRandomCustomers } from "#tests/support/random-customers.ts";
import { randomRule } from "#tests/support/random-rules.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const ON_DAY = "2026-11-21";
const SEED = 20_261_122;
const CUSTOMERS = 150;
const RULES = 300;

let session: Session;
let facts: Map<string, CustomerFacts>;
beforeAll(async () => {
  session = (await makeTenant()).session;
  facts = await addRandomCustomers(session, createRandom(SEED, 0), CUSTOMERS);
});

type Found = { bySql: string[]; byCode: string[] };

/** The customers of a workspace that meet each rule, by the database and one by one. */
async function findAll(rules: readonly Rule[], who = session): Promise<Found[]> {
  const tenantId = who.workspace.id;
  return withTenant(
    who,
    "segment:write",
    async (tx) => {
      const context = await readRuleContext(tx, who, ON_DAY);
      await writeFacts(tx, { tenantId, ...context });
      const found: Found[] = [];
      for (const rule of rules) {
        const resolved = resolveRule(rule, context);
        const sql = compileRule(resolved, tenantId);
        const rows = await tx.$queryRaw<{ id: string }[]>(sql);
        const byCode = [...facts].filter(([, each]) => evaluateRule(resolved, each));
        found.push({
          bySql: rows.map(({ id }) => id).sort(),
          byCode: byCode.map(([id]) => id).sort(),
        });
      }
      return found;
    },
    { timeoutMs: 60_000 },
  );
}

async function find(rule: unknown, who = session): Promise<Found> {
  const [found] = await findAll([Rule.parse(rule)], who);
  if (!found) throw new Error("One rule finds once.");
  return found;
}

it("folds a text in plain code as search_text() does", async () => {
  const texts = [
    "O'Brien & Co.",
    "ZÜRICH – Süd",
    "Ǻngström/ﬁ",
    " a  (b) ",
    "Ёлка",
    "Işık IŞIK ışık İŞİK",
    "Jørgen ŁĐ",
    "Ǆ",
    "👩‍🚀 x",
    "…",
  ];
  const rows = await withTenant(
    session,
    "customer:read",
    (tx) => tx.$queryRaw<{ folded: string }[]>`
      SELECT search_text(t) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n`,
  );
  expect(texts.map(foldText)).toEqual(rows.map(({ folded }) => folded));
});

describe("the statement of a rule", () => {
  it("finds the customers that plain code finds, for 300 rules by chance", {
    timeout: 90_000,
  }, async () => {
    const rules = Array.from({ length: RULES }, (_, i) => randomRule(createRandom(SEED, i + 1)));
    const all = await findAll(rules);
    for (const [place, { bySql, byCode }] of all.entries())
      expect(bySql, `rule ${place}: ${JSON.stringify(rules[place])}`).toEqual(byCode);
    const counts = all.map(({ byCode }) => byCode.length);
    const some = counts.filter((count) => count > 0 && count < CUSTOMERS);
    // Rules that find everybody or nobody prove little: most are neither.
    expect(some.length).toBeGreaterThan(RULES / 2);
  });

  it("finds nobody by a contradiction or an attribute that vanished, and everybody by its negation", async () => {
    const contradiction = {
      all: [
        { field: "orders.days", op: ">", value: 3 },
        { field: "orders.days", op: "<=", value: 3 },
      ],
    } as const;
    const gone = { any: [{ field: "attributes.gone", op: "known" }] } as const;
    for (const rule of [contradiction, gone]) {
      expect(await find(rule)).toEqual({ bySql: [], byCode: [] });
      expect((await find({ none: [rule] })).bySql).toHaveLength(CUSTOMERS);
    }
  });

  it("may have 200 conditions", async () => {
    const any = Array.from({ length: 200 }, (_, place) => ({
      field: place % 2 === 0 ? "orders.channel" : "attributes.City",
      op: "in",
      value: Array.from({ length: 100 }, (__, i) => (i === 50 ? "web" : `none ${place} ${i}`)),
    }));
    const { bySql, byCode } = await find({ any });
    expect(bySql).toEqual(byCode);
    expect(bySql.length).toBeGreaterThan(0);
  });

  it("takes a text for a value, whatever stands in it", async () => {
    const value = `'); DROP TABLE customer; -- {"a"} \\ € 👩‍🚀`;
    const rule = { any: [{ field: "orders.product", op: "=", value }] };
    expect((await find(rule)).bySql).toEqual([]);
    const attribute = { none: [{ field: `attributes.${value}`, op: "contains", value }] };
    expect((await find(attribute)).bySql).toHaveLength(CUSTOMERS);
  });

  it("finds no customer of another workspace", async () => {
    const other = (await makeTenant()).session;
    const ids = await addCustomers(other, { "C-1": null });
    const everybody = { none: [{ field: "orders.count", op: "<", value: 0 }] };
    expect((await find(everybody, other)).bySql).toEqual([...ids.values()]);
    expect((await find(everybody)).bySql).toHaveLength(CUSTOMERS);
  });
});
