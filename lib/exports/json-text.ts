import type { ExportFilters, ExportRow, ListFile } from "./types.ts";

/**
 * A list as one JSON object, page by page: what it is, `filters` in force, and `items` with every column. `count` stands
 * at the end: a file that was cut off is no JSON, and so cannot pass for a whole one.
 */
export async function* jsonText(file: ListFile): AsyncGenerator<string> {
  const { name, exportedAt, columns, filters, pages } = file;
  const head = { list: name, exportedAt, filters: filtersObject(filters), columns };
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let count = 0;
  for await (const rows of pages) {
    const items = rows.map((row) => JSON.stringify(itemOf(columns, row)));
    if (items.length > 0) yield `${count > 0 ? "," : ""}\n${items.join(",\n")}`;
    count += items.length;
  }
  yield `\n],"count":${count}}\n`;
}

/** A filter that was given once is a text, one with several values a list. */
function filtersObject(filters: ExportFilters): Record<string, string | string[]> {
  const names = [...new Set(filters.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const values = filters.filter(([each]) => each === name).map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function itemOf(columns: readonly string[], row: ExportRow) {
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]));
}
