import "server-only";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { Field } from "../fields.ts";
import { foldText } from "../fold-text.ts";
import {
  type FieldTest,
  isTest,
  type PlacedTest,
  type ResolvedRule,
  type Stretch,
  type Test,
  type TestGroup,
} from "../resolved-rule.ts";
import { COLUMNS, hasWords, productsJoin } from "./rule-columns.ts";

/** How many slots the column of the facts knows. */
export const SLOTS = 64;

/**
 * One statement that finds the ids of the customers who meet a rule, in no order, from the facts of the last refresh. Values are
 * parameters. `evaluateRule` says the same of one customer.
 */
export function compileRule({ root }: ResolvedRule, tenantId: string): Sql {
  return sql`SELECT f.customer_id AS id ${factsFor([root], tenantId)} AND ${partSql(root)}`;
}

/**
 * FROM and WHERE over the facts of a workspace, with whatever else these parts ask. `slots`: only of the customers whom chance put into
 * the first of `SLOTS`; null for all.
 */
export function factsFor(
  parts: readonly (TestGroup | PlacedTest)[],
  tenantId: string,
  slots: number | null = null,
): Sql {
  const own = parts.flatMap(testsIn).filter(({ field }) => field.source === "products");
  const asked = {
    values: [...new Set(own.flatMap((test) => wordsOf(test) ?? []))],
    isAny: own.some((test) => wordsOf(test) === null || isNot(test)),
  };
  const products = own.length === 0 ? empty : productsJoin(tenantId, asked, slots !== null);
  const drawn = slots === null ? empty : sql`AND f.sample_slot < ${slots}::smallint`;
  return sql`FROM customer_fact f ${products} WHERE f.tenant_id = ${tenantId}::uuid ${drawn}`;
}

/** Whether a customer's row meets a part of a rule. What is not known is false, and its negation true. */
export function partSql(part: TestGroup | PlacedTest): Sql {
  return isTest(part) ? sql`(${testSql(part.test)}) IS TRUE` : groupSql(part);
}

function testsIn(part: TestGroup | PlacedTest): FieldTest[] {
  if (isTest(part)) return part.test.kind === "never" ? [] : [part.test];
  return part.parts.flatMap(testsIn);
}

function groupSql({ combination, parts }: TestGroup): Sql {
  const all = parts.map((part) => partSql(part));
  if (combination === "all") return sql`(${join(all, " AND ")})`;
  const any = sql`(${join(all, " OR ")})`;
  return combination === "any" ? any : sql`NOT ${any}`;
}

function testSql(test: Test): Sql {
  if (test.kind === "never") return sql`false`;
  const { field } = test;
  if (field.type === "set") return setSql(test, field.id);
  const value = valueSql(field);
  switch (test.kind) {
    case "known":
      return test.isNot ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`;
    case "numbers":
      return field.attribute === null
        ? stretchSql(value, test, sql`::float8`)
        : storedStretchSql(field.attribute, test);
    case "days":
      return stretchSql(value, test, field.attribute === null ? sql`::date` : sql`::text`);
    case "among":
      return amongSql(value, test);
    case "contains":
      return containsSql(value, test.text);
  }
}

/** Whether a customer has any of the words that are asked, or with `isNot` has words but none of those. */
function setSql(test: FieldTest, id: string): Sql {
  const words = wordsOf(test);
  const isMet = hasWords(id, words);
  if (!isNot(test)) return isMet;
  const isNone = sql`(${isMet}) IS NOT TRUE`;
  return words === null ? isNone : sql`(${hasWords(id, null)}) AND ${isNone}`;
}

function isNot(test: FieldTest): boolean {
  return "isNot" in test && test.isNot;
}

/** Plain ASCII; nothing of it changes where a text is folded. */
const PLAIN = /^[ -~]+$/;
/** What folding changes beyond capital letters: what is not plain, what it takes away or turns into a blank, and two blanks. */
const UNFOLDED = `[^ -~]|['\`.,;:/()&+_|"-]|  `;

/** Whether a text holds another, as `holdsText`. Folding takes long: it is done only where the text as it stands does not tell. */
function containsSql(value: Sql, sought: string): Sql {
  const text = foldText(sought);
  if (text === "") return sql`position(${sought.trim()} IN ${value}) > 0`;
  const isFound = sql`position(${text} IN search_text(${value})) > 0`;
  if (!PLAIN.test(text)) return isFound;
  return sql`CASE WHEN position(${text} IN lower(${value})) > 0 THEN true
    WHEN ${value} COLLATE "C" !~ ${UNFOLDED} THEN false ELSE ${isFound} END`;
}

function amongSql(value: Sql, { field, values, isNot }: Extract<Test, { kind: "among" }>): Sql {
  const [type, array] =
    field.type === "number" ? [sql`::float8`, sql`::float8[]`] : [sql`::text`, sql`::text[]`];
  // One value is compared in half the time of a list of one.
  if (values.length === 1) return sql`${value} ${isNot ? sql`<>` : sql`=`} ${values[0]}${type}`;
  return isNot
    ? sql`${value} <> ALL(${[...values]}${array})`
    : sql`${value} = ANY(${[...values]}${array})`;
}

function stretchSql(value: Sql, { from, to }: Stretch<number> | Stretch<string>, type: Sql): Sql {
  const ends = [
    ...(from ? [sql`${value} ${from.isIn ? sql`>=` : sql`>`} ${from.at}${type}`] : []),
    ...(to ? [sql`${value} ${to.isIn ? sql`<=` : sql`<`} ${to.at}${type}`] : []),
  ];
  return join(ends, " AND ");
}

/** Numbers as JSON sorts them: between all texts and all truths. Taken out first they cost twice the time. */
function storedStretchSql(name: string, { from, to }: Stretch<number>): Sql {
  const stored = sql`(f.attributes -> ${name})`;
  const lower = from
    ? sql`${from.isIn ? sql`>=` : sql`>`} ${JSON.stringify(from.at)}::jsonb`
    : LEAST;
  const upper = to ? sql`${to.isIn ? sql`<=` : sql`<`} ${JSON.stringify(to.at)}::jsonb` : MOST;
  return sql`${stored} ${lower} AND ${stored} ${upper}`;
}

const LEAST = sql`>= '-1e1000'::jsonb`;
const MOST = sql`<= '1e1000'::jsonb`;

/** A field in the row of facts. Numbers are compared as float8, as `evaluateRule` does. */
function valueSql(field: Field): Sql {
  if (field.attribute !== null) return attributeSql(field.attribute, field);
  const column = COLUMNS[field.id];
  if (!column) throw new Error(`No column holds ${field.id}`);
  return field.type === "number" ? sql`(${column})::float8` : column;
}

/** The kind of a stored value is asked first: an attribute may have become a number after the facts were written. */
function attributeSql(name: string, { type }: Field): Sql {
  const stored = sql`(f.attributes -> ${name})`;
  if (type !== "number") return sql`(f.attributes ->> ${name})`;
  return sql`(CASE WHEN jsonb_typeof(${stored}) = 'number' THEN ${stored}::float8 END)`;
}

/** The words that a condition on a set asks for; null for any at all. */
function wordsOf(test: Test): readonly string[] | null {
  return test.kind === "among" ? test.values.map(String) : null;
}
