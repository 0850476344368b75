import "server-only";

type Cell = string | number | null;

/**
 * A Postgres array literal of one column of many rows, for `unnest(${…}::text[])`. One string per column costs a
 * fraction of binding each value, and every value still arrives as data, never as SQL.
 */
export function arrayLiteral(values: readonly Cell[]): string {
  return `{${values.map(element).join(",")}}`;
}

function element(value: Cell): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  return `"${NEEDS_ESCAPE.test(value) ? value.replaceAll("\\", "\\\\").replaceAll('"', '\\"') : value}"`;
}

const NEEDS_ESCAPE = /["\\]/;
