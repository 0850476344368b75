import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { empty, join, type Sql, sql, startsWith } from "#lib/db/sql.ts";
import { nearNumbers } from "../near-spellings.ts";

/** A text that may be a phone number, and the least digits that are worth a look. */
const PHONE = /^[\d\s()+./-]+$/;
const LEAST_DIGITS = 4;
const LEAST_WHOLE_DIGITS = 7;
const LONGEST_COUNTRY_CODE = 3;
/** More words than names have are no name. */
const MOST_WORDS = 6;
/** What search_text() of the database makes nothing of. */
const NO_WORD = /^[\s,;:/()&+_|"\-–'’`.]*$/;

/** What is kept of a name for searching, each along an index of its own. */
export const NAME_COLUMNS = [
  sql`c.search_name`,
  sql`c.search_word_2`,
  sql`c.search_word_3`,
  sql`c.search_word_4`,
  sql`c.search_last_word`,
];

/** A condition on `customer c` that runs along an index of its own, and the order of that index. */
export type Way = { condition: Sql; order: Sql };

/**
 * Each way to find a customer by a text: the beginning of a number, of any word of the name, of the address, and a phone
 * number in any spelling. Whoever may not read personal data finds by numbers only, and by none that is an address.
 */
export function waysToFind(session: Session, asked: string): Way[] {
  const text = asked.replaceAll("\0", "").trim();
  if (text === "") return [];
  if (!mayReadPersonalData(session))
    return byNumber(text, sql`AND ${isNoAddress(sql`c.external_id`)}`);
  return [...byNumber(text), ...byEmail(text), ...byName(text), ...byPhone(text)];
}

/** Any that begin with the text, and the whole one without its spaces or with other zeros in front. */
function byNumber(text: string, also: Sql = empty): Way[] {
  const order = sql`c.external_id`;
  const begun = spellingsOf(text).map((number) => along(order, sql`${number}`, also));
  const near = nearNumbers(text);
  if (near.length === 0) return begun;
  return [...begun, { condition: sql`(c.external_id IN (${join(near)}) ${also})`, order }];
}

function isNoAddress(number: Sql): Sql {
  return sql`position('@' IN ${number}) = 0`;
}

/** The ids of those into whom a customer was merged whose number begins with a text. */
export function survivorsOf(session: Session, asked: string): Sql {
  const text = asked.replaceAll("\0", "").trim();
  const numbers = spellingsOf(text).map((number) =>
    startsWith(sql`m.merged_external_id`, sql`${number}`),
  );
  const seen = mayReadPersonalData(session)
    ? empty
    : sql`AND ${isNoAddress(sql`m.merged_external_id`)}`;
  return sql`SELECT m.survivor_id AS id FROM customer_merge m
    WHERE m.tenant_id = ${session.workspace.id}::uuid AND (${join(numbers, " OR ")}) ${seen}`;
}

function spellingsOf(number: string): string[] {
  return [...new Set([number, number.toUpperCase(), number.toLowerCase()])];
}

function byEmail(text: string): Way[] {
  return /\s/.test(text) ? [] : [along(sql`c.email`, sql`lower(${text})`)];
}

/** All words in their order from any word on; or in any order, along the longest of them. */
function byName(text: string): Way[] {
  if (NO_WORD.test(text)) return [];
  const inOrder = NAME_COLUMNS.map((column) => along(column, sql`search_text(${text})`));
  const words = text.split(/[\s,]+/).filter((word) => !NO_WORD.test(word));
  if (words.length < 2 || words.length > MOST_WORDS) return inOrder;
  const [longest = "", ...others] = words.toSorted((a, b) => b.length - a.length);
  const also = others.map(
    (word) => sql`AND position(' ' || search_text(${word}) IN ' ' || c.search_name) > 0`,
  );
  const inAnyOrder = NAME_COLUMNS.map((column) =>
    along(column, sql`search_text(${longest})`, join(also, " ")),
  );
  return [...inOrder, ...inAnyOrder];
}

/**
 * Forwards as it is being typed; backwards for a number whose country code or leading zero one of both spellings leaves
 * out; and the stored numbers that are the whole of the asked one without its country code.
 */
function byPhone(text: string): Way[] {
  const digits = text.replaceAll("(0)", "").replaceAll(/\D/g, "").replace(/^0+/, "");
  if (!PHONE.test(text) || digits.length < LEAST_DIGITS) return [];
  const backwards = [...digits].reverse().join("");
  const ways = [
    along(sql`c.search_phone`, sql`${digits}`),
    along(sql`c.search_phone_end`, sql`${backwards}`),
  ];
  const national = Array.from({ length: LONGEST_COUNTRY_CODE }, (_, at) =>
    digits.slice(at + 1).replace(/^0+/, ""),
  ).filter((rest) => rest.length >= LEAST_WHOLE_DIGITS);
  if (national.length === 0) return ways;
  const order = sql`c.search_phone`;
  return [...ways, { condition: sql`c.search_phone IN (${join(national)})`, order }];
}

function along(column: Sql, prefix: Sql, also: Sql = empty): Way {
  return { condition: sql`(${startsWith(column, prefix)} ${also})`, order: column };
}
