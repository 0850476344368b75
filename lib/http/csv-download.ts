import "server-only";
import { stringify } from "csv-stringify/sync";
import { inertCell } from "#lib/csv/index.ts";

type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

/** A CSV file of pages, as they come: UTF-8 with BOM, cells that cannot act as formulas, null as an empty cell. */
export function csvDownload(
  fileName: string,
  header: readonly string[],
  pages: AsyncIterable<Rows> | readonly Rows[],
): Response {
  const encoder = new TextEncoder();
  const iterator = inTurn(pages);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${lines([header])}`)),
    pull: async (controller) => {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else if (value.length > 0) controller.enqueue(encoder.encode(lines(value)));
    },
    cancel: async () => {
      await iterator.return();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}

async function* inTurn(pages: AsyncIterable<Rows> | readonly Rows[]): AsyncGenerator<Rows, void> {
  yield* pages;
}

function lines(rows: Rows): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? inertCell(cell) : cell))),
  );
}
