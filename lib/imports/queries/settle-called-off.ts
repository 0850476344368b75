import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findLineNumbers, type LineNumbers } from "#lib/orders/index.ts";
import { isMadeHere } from "../row-identity.ts";
import type { ImportKind, ImportRow, OrderRow, Reject } from "../types.ts";

type Sorted = { rows: readonly ImportRow[]; rejects: readonly Reject[] };

/**
 * The rows of a chunk after its orders that were called off: they never were a sale, and count nowhere. One that nobody
 * knew before is left out, one that is stored leaves. An order of which only some lines were called off stays, with these
 * given back.
 */
export async function settleCalledOff(
  tx: TenantTx,
  session: Session,
  { kind, importId }: { kind: ImportKind; importId: string },
  given: readonly ImportRow[],
): Promise<Sorted> {
  if (kind !== "orders") return { rows: given, rejects: [] };
  // Rows of an import are of its kind.
  const rows = given as readonly OrderRow[];
  const numbers = new Set(rows.flatMap((row) => (row.isCalledOff ? orderOf(row) : [])));
  if (numbers.size === 0) return { rows, rejects: [] };
  const stored = await findLineNumbers(tx, session, importId, [...numbers]);
  const fates = fatesOf(numbers, rows, stored);
  const goesBy = (fate: Fate) => (row: OrderRow) =>
    row.isCalledOff === true && fates.get(orderOf(row)) === fate;
  const leftOut = firstOfLines(rows.filter(goesBy("left_out")));
  const leaving = firstOfLines(rows.filter(goesBy("leaves")));
  return {
    rows: [
      ...rows.filter((row) => !(goesBy("left_out")(row) || goesBy("leaves")(row))),
      ...leaving.map(removalOf),
    ],
    rejects: leftOut.map(leftOutReject),
  };
}

type Fate = "stays" | "left_out" | "leaves";
type StoredOrder = NonNullable<ReturnType<LineNumbers["get"]>>;

function fatesOf(
  numbers: ReadonlySet<string>,
  rows: readonly OrderRow[],
  stored: LineNumbers,
): ReadonlyMap<string, Fate> {
  const sales = new Map<string, OrderRow[]>([...numbers].map((number) => [number, []]));
  for (const row of rows) if (row.part !== "return") sales.get(orderOf(row))?.push(row);
  return new Map([...sales].map(([number, sold]) => [number, fateOf(sold, stored.get(number))]));
}

/** What becomes of an order of which some rows of a chunk say that it was called off; `sales` are all but its returns. */
function fateOf(sales: readonly OrderRow[], known: StoredOrder | undefined): Fate {
  if (sales.some(({ isCalledOff }) => !isCalledOff)) return "stays";
  if (!known) return "left_out";
  // What this file itself has sold before is called off in part; what comes back alone takes back no sale.
  if (known.isOfThisImport || sales.length === 0) return "stays";
  const lines = sales.filter((row) => row.part === "line");
  const isWhole = lines.length === 0 || lines.some(({ totalMinor }) => totalMinor !== null);
  const called = new Set(lines.map((line) => line.number));
  return isWhole || known.lines.every((line) => called.has(line)) ? "leaves" : "stays";
}

const CALLED_OFF = "This order was called off: it is no sale, and is left out.";

function leftOutReject(row: OrderRow): Reject {
  const number = orderOf(row);
  const value = isMadeHere(number) ? "" : number;
  return { line: row.line, column: "", value, reason: CALLED_OFF };
}

function removalOf(row: OrderRow): OrderRow {
  const { line, externalId } = row;
  return { part: "called_off", line, externalId, orderExternalId: orderOf(row) };
}

/** A line of the file may be an order and what was given back of it. */
function firstOfLines(rows: readonly OrderRow[]): OrderRow[] {
  const firsts = new Map<number, OrderRow>();
  for (const row of rows) if (!firsts.has(row.line)) firsts.set(row.line, row);
  return [...firsts.values()];
}

function orderOf(row: OrderRow): string {
  switch (row.part) {
    case "line":
    case "called_off":
      return row.orderExternalId;
    case "return":
      return row.returnOf ?? row.externalId;
    default:
      return row.externalId;
  }
}
