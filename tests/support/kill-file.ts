/** A file to be imported under kills, over the rows of an earlier file: some change, some are new, some are bad. */
export type KillFile = { rows: number; kind: KillKind };

type Line = { at: number; customer: string; day: string; measure: number };
type Shape = {
  header: string;
  line: (line: Line) => string;
  /** Where its rows are kept, the number that is summed, and what the ledger calls them */
  table: string;
  measure: string;
  entity: string;
  /** What is kept of a number, where that is not itself */
  kept?: (measure: number) => number;
};

const NO_DAY = "2025-02-30";
/** Customers come round after more rows: no list names one twice. */
const ROWS_A_LIST = 1_000;

const WORDS = ["no", "yes"] as const;

/** Kinds of file that are tried, each with a number that adds up. */
export const KILL_KINDS = {
  orders: {
    header: "order_id,customer_id,date,amount",
    line: ({ at, customer, day, measure }) =>
      `O${at},${customer},${day},${(measure / 100).toFixed(2)}`,
    table: "customer_order",
    measure: "amount_minor",
    entity: "order",
  },
  subscriptions: {
    header: "subscription_id,customer_id,start,price,period",
    line: ({ at, customer, day, measure }) =>
      `S${at},${customer},${day},${(measure / 100).toFixed(2)},month`,
    table: "subscription",
    measure: "price_minor",
    entity: "subscription",
  },
  signals: {
    header: "response_id,customer_id,date,score,scale_min,scale_max,comment,touchpoint",
    line: ({ at, customer, day, measure }) =>
      `R${at},${customer},${day},${measure},0,20000,said ${at},Touchpoint ${at % 7}`,
    table: "signal",
    measure: "score",
    entity: "signal",
  },
  interactions: {
    header: "call_id,customer_id,date,duration,activity",
    line: ({ at, customer, day, measure }) => `I${at},${customer},${day},${measure},Phone call`,
    table: "interaction",
    measure: "duration_seconds",
    entity: "interaction",
  },
  segment_lists: {
    header: "segment,customer_id,left",
    line: ({ at, customer, day, measure }) =>
      `List ${Math.floor(at / ROWS_A_LIST)},${customer},${day === NO_DAY ? day : WORDS[measure % 2]}`,
    table: "segment_listing",
    measure: "has_left::int",
    entity: "segment_listing",
    kept: (measure) => measure % 2,
  },
} as const satisfies Readonly<Record<string, Shape>>;
export type KillKind = keyof typeof KILL_KINDS;

/** Whether files of this kind are tried. */
export function isKillKind(kind: string): kind is KillKind {
  return kind in KILL_KINDS;
}

/** What must be in the workspace when so many records of the file are dealt with. */
export type Expected = {
  records: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Rows in the table, and the sum of their numbers */
  stored: number;
  total: number;
};

const BAD_EVERY = 997;
const CUSTOMERS = 9_001;

/** Numbers whose sums are equal only when all are there: a lost or doubled row shows. */
const measureOf = (at: number) => 100 + ((at * 7919) % 10_007);
const isBad = (at: number) => at % BAD_EVERY === 3;
const isChanged = (at: number) => at % 3 !== 0;
const newMeasureOf = (at: number) => measureOf(at) + (isChanged(at) ? 7 : 0);

/** So many rows are there before: the first quarter of the file. */
export function baseRows({ rows }: KillFile): number {
  return Math.floor(rows / 4);
}

/** The file before. Its customers are fewer, so that the second file makes some. */
export function baseText(file: KillFile): string {
  const customers = Math.floor(CUSTOMERS / 2);
  const lines = Array.from({ length: baseRows(file) }, (_, at) =>
    lineOf(file, at, `C${at % customers}`, measureOf(at)),
  );
  return textOf(file, lines);
}

/** The file that is imported under kills. The customer of a row that was there stays the same. */
export function killText(file: KillFile): string {
  const base = baseRows(file);
  const customers = Math.floor(CUSTOMERS / 2);
  const lines = Array.from({ length: file.rows }, (_, at) => {
    const customer = at < base ? `C${at % customers}` : `C${at % CUSTOMERS}`;
    if (isBad(at)) return badLine(file, at, customer);
    return lineOf(file, at, customer, at < base ? newMeasureOf(at) : measureOf(at));
  });
  return textOf(file, lines);
}

function textOf({ kind }: KillFile, lines: readonly string[]): string {
  return `${[KILL_KINDS[kind].header, ...lines].join("\n")}\n`;
}

function lineOf({ kind }: KillFile, at: number, customer: string, measure: number): string {
  const day = `2025-03-${String(1 + (at % 28)).padStart(2, "0")}`;
  return KILL_KINDS[kind].line({ at, customer, day, measure });
}

/** A day that is none. */
function badLine({ kind }: KillFile, at: number, customer: string): string {
  return KILL_KINDS[kind].line({ at, customer, day: NO_DAY, measure: 100 });
}

/** What the first `records` records of the file make of what was there. */
export function expectedAfter(file: KillFile, records: number): Expected {
  const base = baseRows(file);
  const expected = { records, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  let total = 0;
  const kept = keptOf(file);
  for (let at = 0; at < base; at++) total += kept(measureOf(at));
  for (let at = 0; at < records; at++) {
    if (isBad(at)) expected.rejected++;
    else if (at >= base) {
      expected.created++;
      total += kept(measureOf(at));
    } else if (isChanged(at)) {
      expected.updated++;
      total += kept(newMeasureOf(at)) - kept(measureOf(at));
    } else expected.unchanged++;
  }
  return { ...expected, stored: base + expected.created, total };
}

function keptOf({ kind }: KillFile): (measure: number) => number {
  const shape: Shape = KILL_KINDS[kind];
  return shape.kept ?? ((measure) => measure);
}

export type ExpectedUndo = { stored: number; total: number };

/**
 * What must be in the workspace when an undo of the whole file has given so many rows their former numbers back and
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
  const kept = keptOf(file);
  const restoredMinor = sumOf(changed, (at) => kept(newMeasureOf(at)) - kept(measureOf(at)));
  return {
    stored: whole.stored - removed,
    total: whole.total - restoredMinor - sumOf(made, (at) => kept(measureOf(at))),
  };
}

function sumOf(rows: readonly number[], minorOf: (at: number) => number): number {
  return rows.reduce((sum, at) => sum + minorOf(at), 0);
}
