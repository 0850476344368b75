import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { requirePermission, type TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { FigureSums, sumAll } from "../figure-sums.ts";
import { resolveRule } from "../resolve-rule.ts";
import { isMet, isTest, type PlacedTest, type TestGroup } from "../resolved-rule.ts";
import { permissionsOf } from "../rule-needs.ts";
import type { Rule } from "../schema.ts";
import type { CountedGroup, RulePath, RuleProblem } from "../types.ts";
import { SLOTS } from "./compile-rule.ts";
import { countGroups, type Question } from "./count-groups.ts";
import { readRuleContext } from "./rule-context.ts";
import { listMemberSegments } from "./stored-segments.ts";

/** Whom a rule finds among the facts of the last refresh. */
export type RuleCount = {
  readonly sums: FigureSums;
  /** Of all customers */
  readonly all: FigureSums;
  /** How many meet each group and condition, in the order in which they stand in the rule, the whole rule first */
  readonly parts: readonly { readonly path: RulePath; readonly customers: number }[];
  readonly problems: readonly RuleProblem[];
};

/**
 * Count the customers who meet a rule, and each of its parts, in one pass: of the sums those of customers and CLV are told.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function countRule(tx: TenantTx, session: Session, rule: Rule): Promise<RuleCount> {
  requireReadable(session, rule);
  const { root, problems } = await resolveToday(tx, session, rule);
  return { ...(await countParts(tx, session.workspace.id, root, null)), problems };
}

/** A rule of many customers is estimated first; fewer are counted as fast. */
const FEWEST_TO_ESTIMATE = 100_000;
/** Shares of so many are within ± 0.8 points, 95 times in a hundred. */
const LEAST_SAMPLE = 15_000;

/**
 * What `countRule` finds among customers drawn by chance, always the same ones: one rule is then compared with the next. Null for a
 * workspace of few customers.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function sampleRule(
  tx: TenantTx,
  session: Session,
  rule: Rule,
): Promise<(RuleCount & { readonly outOf: number }) | null> {
  requireReadable(session, rule);
  const outOf = await customersWithFacts(tx);
  if (outOf < FEWEST_TO_ESTIMATE) return null;
  const { root, problems } = await resolveToday(tx, session, rule);
  const slots = Math.ceil((SLOTS * LEAST_SAMPLE) / outOf);
  return { ...(await countParts(tx, session.workspace.id, root, slots)), problems, outOf };
}

async function customersWithFacts(tx: TenantTx): Promise<number> {
  const last = await tx.segmentRefresh.findFirst({
    orderBy: { computedOn: "desc" },
    select: { sums: true },
  });
  return last ? FigureSums.parse(last.sums).customers : 0;
}

async function countParts(
  tx: TenantTx,
  tenantId: string,
  root: TestGroup,
  slots: number | null,
): Promise<Omit<RuleCount, "problems">> {
  // Each condition is asked once; what its groups say follows from the answers.
  const tests = testsIn(root);
  const questions = tests.map((part): Question => ({ kind: "part", part }));
  const groups = await countGroups(tx, { tenantId, questions, isFull: false, slots });
  const places = new Map(tests.map((test, at) => [test, at]));
  const meets = (part: TestGroup | PlacedTest, { met }: CountedGroup) =>
    isMet(part, (test) => met[places.get(test) ?? -1] === true);
  return {
    sums: sumAll(groups.filter((group) => meets(root, group)).map(({ sums }) => sums)),
    all: sumAll(groups.map(({ sums }) => sums)),
    parts: partsIn(root).map((part) => ({
      path: part.path,
      customers: groups.reduce(
        (sum, group) => sum + (meets(part, group) ? group.sums.customers : 0),
        0,
      ),
    })),
  };
}

/** Every sum of a rule and of all customers, and how many of a rule are in other segments. */
export type RuleOverlaps = {
  readonly sums: FigureSums;
  readonly all: FigureSums;
  readonly overlaps: readonly { id: string; name: string; customers: number }[];
};

/** Every sum of a rule, and how many of its customers are also in each segment that has members. */
export async function countRuleOverlaps(
  tx: TenantTx,
  session: Session,
  rule: Rule,
): Promise<RuleOverlaps> {
  requireReadable(session, rule);
  const context = await readRuleContext(tx, session, today(session));
  const segments = await listMemberSegments(tx);
  const others = segments.map(
    (segment): Question =>
      segment.rule
        ? { kind: "part", part: resolveRule(segment.rule, context).root }
        : { kind: "list", segmentId: segment.id },
  );
  const root: Question = { kind: "part", part: resolveRule(rule, context).root };
  const groups = await countGroups(tx, {
    tenantId: session.workspace.id,
    questions: [root, ...others],
    isFull: true,
  });
  const inside = groups.filter(({ met }) => met[0]);
  return {
    sums: sumAll(inside.map(({ sums }) => sums)),
    all: sumAll(groups.map(({ sums }) => sums)),
    overlaps: segments.map(({ id, name }, at) => ({
      id,
      name,
      customers: inside.reduce((sum, { met, sums }) => sum + (met[at + 1] ? sums.customers : 0), 0),
    })),
  };
}

function requireReadable(session: Session, rule: Rule): void {
  for (const permission of permissionsOf(rule)) requirePermission(session, permission);
}

async function resolveToday(tx: TenantTx, session: Session, rule: Rule) {
  return resolveRule(rule, await readRuleContext(tx, session, today(session)));
}

function today({ workspace }: Session): string {
  return dayInZone(workspace.timeZone, Date.now());
}

function testsIn(root: TestGroup): PlacedTest[] {
  return partsIn(root).filter(isTest);
}

function partsIn(part: TestGroup | PlacedTest): (TestGroup | PlacedTest)[] {
  return isTest(part) ? [part] : [part, ...part.parts.flatMap(partsIn)];
}
