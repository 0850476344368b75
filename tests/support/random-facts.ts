import type { Fact } from "#lib/segments/types.ts";
import { NEEDS } from "./random-rules.ts";

/** Attributes as they may be stored, and as nobody would expect them. */
export const STORED: Readonly<Record<string, readonly string[]>> = {
  "visits per year": ["3", " 3,5 ", "7.25", "-2", "abc", "", "10", "\t5", "1e3"],
  City: [
    ...["Wien", "wien", " Zürich", "O'Brien & Co.", "Köln ", "%", "  "],
    ...["Wien  West", "Wien-West", "Wien\u00a0West", "Wi\u0001en", "Łódź"],
  ],
  "born.on": ["2026-01-31", "31.05.2026", "2026-02-30", "2026-07-01T00:00", "x", ""],
  новости: ["yes", " Nein", "1", "0", "maybe", "JA", ""],
};

/** Two needs with a question for each aspect. */
export const QUESTIONS = NEEDS.slice(0, 2).flatMap((needId) =>
  (["importance", "satisfaction"] as const).map((aspect) => ({
    ...{ needId, aspect, question: `${aspect} of ${needId}` },
  })),
);
/** Around the ends of 30, 90 and 365 days before 2026-11-21, and a day after it. */
export const DAYS = [
  ...["2026-11-22", "2026-11-21", "2026-10-22", "2026-10-21", "2026-08-23", "2026-08-22"],
  ...["2025-11-21", "2025-11-20"],
] as const;
const ON_DAY_MS = Date.UTC(2026, 10, 21);
const WINDOWS = [30, 90, 365] as const;

function isWithin(day: string, days: number): boolean {
  const daysAgo = (ON_DAY_MS - Date.parse(day)) / 86_400_000;
  return daysAgo >= 0 && daysAgo <= days;
}

/** How many days lie in each window. */
export function countWindows(name: string, days: readonly string[]): Record<string, Fact> {
  return Object.fromEntries(
    WINDOWS.map((most) => [
      `${name}.count${most}d`,
      days.filter((day) => isWithin(day, most)).length,
    ]),
  );
}

/** What orders come to in each window. */
export function orderWindows(
  orders: readonly { orderedOn: string; amountMinor: number }[],
): Record<string, Fact> {
  const days = orders.map(({ orderedOn }) => orderedOn);
  const amounts = WINDOWS.map((most) => {
    const own = orders.filter(({ orderedOn }) => isWithin(orderedOn, most));
    const sum = own.reduce((total, { amountMinor }) => total + amountMinor, 0);
    return [`orders.amount${most}d`, own.length === 0 ? null : sum] as const;
  });
  return { ...countWindows("orders", days), ...Object.fromEntries(amounts) };
}

type Said = {
  id: string;
  question: string | null;
  audience: string;
  occurredOn: string;
  score: number | null;
  scaleMin: number | null;
  scaleMax: number | null;
  higherIsBetter: boolean | null;
};

/** What answers say of needs, worked out here without SQL. */
export function needFacts(signals: readonly Said[]): Record<string, Fact> {
  const answered = new Set<string>();
  const top = new Map<string, boolean>();
  // The latest last, so that it stays.
  const inOrder = signals.toSorted((a, b) =>
    `${a.occurredOn} ${a.id}` < `${b.occurredOn} ${b.id}` ? -1 : 1,
  );
  for (const said of inOrder) {
    const asked = QUESTIONS.find((each) => each.question === said.question);
    const steps = said.audience === "customer" ? fiveSteps(said) : null;
    if (!asked || steps === null) continue;
    answered.add(asked.needId);
    top.set(`${asked.aspect} ${asked.needId}`, steps >= 3);
  }
  const of = (aspect: string, isTop: boolean) =>
    [...answered].filter((id) => top.get(`${aspect} ${id}`) === isTop);
  const important = of("importance", true);
  const unsatisfied = of("satisfaction", false);
  return {
    "needs.answered": [...answered],
    "needs.important": important,
    "needs.satisfied": of("satisfaction", true),
    "needs.unmet": important.filter((id) => unsatisfied.includes(id)),
  };
}

/** 0 to 4, 4 the best; null on another scale. */
function fiveSteps({ score, scaleMin, scaleMax, higherIsBetter }: Said): number | null {
  if (score === null || scaleMin === null || scaleMax === null) return null;
  if (scaleMax - scaleMin !== 4) return null;
  return higherIsBetter === false ? scaleMax - score : score - scaleMin;
}
