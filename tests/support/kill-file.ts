/** A file to be imported under kills, over the orders of an earlier file: some change, some are new, some are bad. */
export type KillFile = { rows: number };

/** What must be in the workspace when so many records of the file are dealt with. */
export type Expected = {
  records: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  orders: number;
  revenueMinor: number;
};

const HEADER = "order_id,customer_id,date,amount";
const BAD_EVERY = 997;
const CUSTOMERS = 9_001;

/** Amounts that no two sums share by chance: a lost or doubled row shows. */
const amountMinor = (at: number) => 100 + ((at * 7919) % 10_007);
const isBad = (at: number) => at % BAD_EVERY === 3;
const isChanged = (at: number) => at % 3 !== 0;
const newAmountMinor = (at: number) => amountMinor(at) + (isChanged(at) ? 7 : 0);

/** So many orders are there before: the first quarter of the file. */
export function baseRows({ rows }: KillFile): number {
  return Math.floor(rows / 4);
}

/** The file before. Its customers are fewer, so that the second file makes some. */
export function baseText(file: KillFile): string {
  const customers = Math.floor(CUSTOMERS / 2);
  const lines = Array.from({ length: baseRows(file) }, (_, at) =>
    line(at, `C${at % customers}`, amountMinor(at)),
  );
  return `${[HEADER, ...lines].join("\n")}\n`;
}

/** The file that is imported under kills. The customer of an order that was there stays the same. */
export function killText(file: KillFile): string {
  const base = baseRows(file);
  const customers = Math.floor(CUSTOMERS / 2);
  const lines = Array.from({ length: file.rows }, (_, at) => {
    const customer = at < base ? `C${at % customers}` : `C${at % CUSTOMERS}`;
    return isBad(at)
      ? `O${at},${customer},2025-02-30,1.00`
      : line(at, customer, at < base ? newAmountMinor(at) : amountMinor(at));
  });
  return `${[HEADER, ...lines].join("\n")}\n`;
}

function line(at: number, customer: string, minor: number): string {
  const day = String(1 + (at % 28)).padStart(2, "0");
  return `O${at},${customer},2025-03-${day},${(minor / 100).toFixed(2)}`;
}

/** What the first `records` records of the file make of what was there. */
export function expectedAfter(file: KillFile, records: number): Expected {
  const base = baseRows(file);
  const expected = { records, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  let revenueMinor = 0;
  for (let at = 0; at < base; at++) revenueMinor += amountMinor(at);
  for (let at = 0; at < records; at++) {
    if (isBad(at)) expected.rejected++;
    else if (at >= base) {
      expected.created++;
      revenueMinor += amountMinor(at);
    } else if (isChanged(at)) {
      expected.updated++;
      revenueMinor += newAmountMinor(at) - amountMinor(at);
    } else expected.unchanged++;
  }
  return { ...expected, orders: base + expected.created, revenueMinor };
}

export type ExpectedUndo = { orders: number; revenueMinor: number };

/**
 * What must be in the workspace when an undo of the whole file has given so many orders their former amounts back and
 * then removed so many, each in the order of the file.
 */
export function expectedUndone(
  file: KillFile,
  { restored, removed }: { restored: number; removed: number },
): ExpectedUndo {
  const whole = expectedAfter(file, file.rows);
  const sound = Array.from({ length: file.rows }, (_, at) => at).filter((at) => !isBad(at));
  const base = baseRows(file);
  const changed = sound.filter((at) => at < base && isChanged(at)).slice(0, restored);
  const made = sound.filter((at) => at >= base).slice(0, removed);
  const restoredMinor = sumOf(changed, (at) => newAmountMinor(at) - amountMinor(at));
  return {
    orders: whole.orders - removed,
    revenueMinor: whole.revenueMinor - restoredMinor - sumOf(made, amountMinor),
  };
}

function sumOf(rows: readonly number[], minorOf: (at: number) => number): number {
  return rows.reduce((sum, at) => sum + minorOf(at), 0);
}
