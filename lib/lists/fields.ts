import { isInCountedYears } from "#lib/time/index.ts";
import type { DaySpan, ListField, UnknownValue } from "./types.ts";

const LONGEST_TEXT = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,12}(?:[.,]\d{1,4})?$/;

type TextRules = { isFilter?: boolean; isKnown?: (text: string) => boolean };

/** Free text, such as a search; at most 200 characters count. `isKnown` says which texts can be looked for at all. */
export function textField(
  name: string,
  { isFilter = true, isKnown = () => true }: TextRules = {},
): ListField<string> {
  return {
    usual: "",
    isFilter,
    has: (each) => each === name,
    read: (params) => textIn(params, name).slice(0, LONGEST_TEXT),
    write: (text) => (text === "" ? [] : [[name, text]]),
    unknown: (params) => [
      ...unreadableTexts(params, name),
      ...unknownOf(
        name,
        [textIn(params, name)].filter((text) => text && !isKnown(text)),
      ),
      ...saidAgain(params, name),
    ],
  };
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Whether a text is a month as YYYY-MM. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** A month that is looked back at, as YYYY-MM: it leaves no rows out, and stays when filters are cleared. */
export function monthField(name: string): ListField<string> {
  return textField(name, { isFilter: false, isKnown: isMonth });
}

/** The thing with this id, such as an import. */
export function idField(name: string): ListField<string> {
  return textField(name, { isKnown: (text) => ID.test(text) });
}

/** Any of a few known values: `segment=at_risk&segment=lost`. */
export function choicesField<Value extends string>(
  name: string,
  known: readonly Value[],
): ListField<readonly Value[]> {
  return {
    usual: [],
    isFilter: true,
    has: (each) => each === name,
    read: (params) => known.filter((value) => params.getAll(name).includes(value)),
    write: (values) => values.map((value) => [name, value] as const),
    unknown: (params) =>
      unknownOf(
        name,
        params.getAll(name).filter((text) => text && !known.some((value) => value === text)),
      ),
  };
}

const MOST_WORDS = 20;

/** Any of some words that the data brought, such as a channel; at most 20 count. */
export function wordsField(name: string): ListField<readonly string[]> {
  return {
    usual: [],
    isFilter: true,
    has: (each) => each === name,
    read: (params) =>
      [...new Set(params.getAll(name).map((text) => text.replaceAll("\0", "").trim()))]
        .filter((text) => text !== "" && text.length <= LONGEST_TEXT)
        .slice(0, MOST_WORDS),
    write: (words) => words.map((word) => [name, word] as const),
    unknown: (params) => [...unreadableTexts(params, name), ...tooMany(params, name, MOST_WORDS)],
  };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_IDS = 50;

/** Any of the things with these ids, such as sources; at most 50 count. */
export function idsField(name: string): ListField<readonly string[]> {
  return {
    usual: [],
    isFilter: true,
    has: (each) => each === name,
    read: (params) =>
      [...new Set(params.getAll(name))].filter((text) => ID.test(text)).slice(0, MOST_IDS),
    write: (ids) => ids.map((id) => [name, id] as const),
    unknown: (params) => [
      ...unknownOf(
        name,
        params.getAll(name).filter((text) => text && !ID.test(text)),
      ),
      ...tooMany(params, name, MOST_IDS),
    ],
  };
}

/** One of a few values, such as an order; the first is the usual one. */
export function choiceField<Value extends string>(
  name: string,
  known: readonly [Value, ...Value[]],
): ListField<Value> {
  const [usual] = known;
  return {
    usual,
    isFilter: false,
    has: (each) => each === name,
    read: (params) => known.find((value) => value === params.get(name)) ?? usual,
    write: (value) => (value === usual ? [] : [[name, value]]),
    unknown: () => [],
  };
}

/** One part of something that has several, such as a table of a page; the first unless told. */
export function partField<Part extends string>(
  name: string,
  parts: readonly [Part, ...Part[]],
): ListField<Part> {
  const [usual] = parts;
  const text = textField(name, {
    isFilter: false,
    isKnown: (each) => parts.some((p) => p === each),
  });
  return {
    ...{ usual, isFilter: false, has: text.has, unknown: text.unknown },
    read: (params) => parts.find((part) => part === text.read(params)) ?? usual,
    write: (part) => (part === usual ? [] : [[name, part]]),
  };
}

/** A stretch of days, open at either end. */
export function daysField(fromName: string, toName: string): ListField<DaySpan> {
  const names = [fromName, toName];
  return {
    usual: { from: null, to: null },
    isFilter: true,
    has: (each) => names.includes(each),
    read: (params) => ({ from: dayIn(params, fromName), to: dayIn(params, toName) }),
    write: ({ from, to }) => [
      ...(from === null ? [] : [[fromName, from] as const]),
      ...(to === null ? [] : [[toName, to] as const]),
    ],
    unknown: (params) =>
      names.flatMap((name) => [
        ...(textIn(params, name) && dayIn(params, name) === null
          ? unknownOf(name, [textIn(params, name)])
          : []),
        ...saidAgain(params, name),
      ]),
  };
}

/** A number from 0 up, with a point or a comma before the fraction. */
export function amountField(name: string): ListField<number | null> {
  return {
    usual: null,
    isFilter: true,
    has: (each) => each === name,
    read: (params) => amountIn(params, name),
    write: (value) => (value === null ? [] : [[name, String(value)]]),
    unknown: (params) => [
      ...(textIn(params, name) && amountIn(params, name) === null
        ? unknownOf(name, [textIn(params, name)])
        : []),
      ...saidAgain(params, name),
    ],
  };
}

/** Which columns stand beside the first: `columns=orders,revenue`. Said with nothing in it, none; not said, all. */
export function columnsField<Column extends string>(
  known: readonly Column[],
): ListField<readonly Column[]> {
  const name = "columns";
  return {
    usual: known,
    isFilter: false,
    has: (each) => each === name,
    read: (params) => {
      if (!params.has(name)) return known;
      const said = params.getAll(name).flatMap((text) => text.split(","));
      return known.filter((column) => said.includes(column));
    },
    write: (columns) => (columns.length === known.length ? [] : [[name, columns.join(",")]]),
    unknown: () => [],
  };
}

function textIn(params: URLSearchParams, name: string): string {
  const said = params.getAll(name).map((text) => text.replaceAll("\0", "").trim());
  return said.find((text) => text !== "") ?? "";
}

function dayIn(params: URLSearchParams, name: string): string | null {
  const text = textIn(params, name);
  return isDay(text) ? text : null;
}

/** Whether a text is a day as YYYY-MM-DD that a list can be narrowed by. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || !isInCountedYears(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function amountIn(params: URLSearchParams, name: string): number | null {
  const text = textIn(params, name);
  return AMOUNT.test(text) ? Number(text.replace(",", ".")) : null;
}

/** Texts of which a part would not count. */
function unreadableTexts(params: URLSearchParams, name: string): UnknownValue[] {
  return params.getAll(name).flatMap((text) => {
    if (text.includes("\0")) return wrong(name, text.replaceAll("\0", "\uFFFD"), "Holds a NUL.");
    if (text.trim().length <= LONGEST_TEXT) return [];
    return wrong(name, text, `Longer than ${LONGEST_TEXT} characters.`);
  });
}

/** What comes after the most that count. */
function tooMany(params: URLSearchParams, name: string, most: number): UnknownValue[] {
  const said = new Set(params.getAll(name).filter((text) => text.trim() !== ""));
  const [first] = [...said].slice(most);
  return first === undefined ? [] : wrong(name, first, `At most ${most} values.`);
}

/** What is said after the first of something that has one value. */
export function saidAgain(params: URLSearchParams, name: string): UnknownValue[] {
  const said = params.getAll(name).filter((text) => text.trim() !== "");
  return said.slice(1).flatMap((text) => wrong(name, text, "Said more than once."));
}

function wrong(field: string, text: string, reason: string): UnknownValue[] {
  return [{ field, value: text.slice(0, LONGEST_TEXT), reason }];
}

function unknownOf(field: string, values: readonly string[]): UnknownValue[] {
  return values.map((value) => ({ field, value: value.slice(0, LONGEST_TEXT) }));
}
