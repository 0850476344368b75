import type { DaySpan, ListField, UnknownValue } from "./types.ts";

const LONGEST_TEXT = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,12}(?:[.,]\d{1,4})?$/;

/** Free text, such as a search; at most 200 characters count. */
export function textField(name: string, { isFilter = true } = {}): ListField<string> {
  return {
    usual: "",
    isFilter,
    read: (params) => textIn(params, name).slice(0, LONGEST_TEXT),
    write: (text) => (text === "" ? [] : [[name, text]]),
    unknown: () => [],
  };
}

/** Any of a few known values: `segment=at_risk&segment=lost`. */
export function choicesField<Value extends string>(
  name: string,
  known: readonly Value[],
): ListField<readonly Value[]> {
  return {
    usual: [],
    isFilter: true,
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
    read: (params) =>
      [...new Set(params.getAll(name).map((text) => text.replaceAll("\0", "").trim()))]
        .filter((text) => text !== "" && text.length <= LONGEST_TEXT)
        .slice(0, MOST_WORDS),
    write: (words) => words.map((word) => [name, word] as const),
    unknown: () => [],
  };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_IDS = 50;

/** Any of the things with these ids, such as sources; at most 50 count. */
export function idsField(name: string): ListField<readonly string[]> {
  return {
    usual: [],
    isFilter: true,
    read: (params) =>
      [...new Set(params.getAll(name))].filter((text) => ID.test(text)).slice(0, MOST_IDS),
    write: (ids) => ids.map((id) => [name, id] as const),
    unknown: (params) =>
      unknownOf(
        name,
        params.getAll(name).filter((text) => text && !ID.test(text)),
      ),
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
    read: (params) => known.find((value) => value === params.get(name)) ?? usual,
    write: (value) => (value === usual ? [] : [[name, value]]),
    unknown: () => [],
  };
}

/** A stretch of days, open at either end. */
export function daysField(fromName: string, toName: string): ListField<DaySpan> {
  const names = [fromName, toName];
  return {
    usual: { from: null, to: null },
    isFilter: true,
    read: (params) => ({ from: dayIn(params, fromName), to: dayIn(params, toName) }),
    write: ({ from, to }) => [
      ...(from === null ? [] : [[fromName, from] as const]),
      ...(to === null ? [] : [[toName, to] as const]),
    ],
    unknown: (params) =>
      names.flatMap((name) =>
        textIn(params, name) && dayIn(params, name) === null
          ? unknownOf(name, [textIn(params, name)])
          : [],
      ),
  };
}

/** A number from 0 up, with a point or a comma before the fraction. */
export function amountField(name: string): ListField<number | null> {
  return {
    usual: null,
    isFilter: true,
    read: (params) => amountIn(params, name),
    write: (value) => (value === null ? [] : [[name, String(value)]]),
    unknown: (params) =>
      textIn(params, name) && amountIn(params, name) === null
        ? unknownOf(name, [textIn(params, name)])
        : [],
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
  return (params.get(name) ?? "").replaceAll("\0", "").trim();
}

function dayIn(params: URLSearchParams, name: string): string | null {
  const text = textIn(params, name);
  if (!DAY.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : text;
}

function amountIn(params: URLSearchParams, name: string): number | null {
  const text = textIn(params, name);
  return AMOUNT.test(text) ? Number(text.replace(",", ".")) : null;
}

function unknownOf(field: string, values: readonly string[]): UnknownValue[] {
  return values.map((value) => ({ field, value: value.slice(0, LONGEST_TEXT) }));
}
