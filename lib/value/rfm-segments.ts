/** How a segment's chip speaks: `good` and `warn` carry an icon of that colour, the others none. */
export type SegmentTone = "good" | "info" | "neutral" | "warn";

/** The named segments of customers with orders, the most engaged first. Names are messages `value.segments.<slug>`. */
export const RFM_SEGMENTS = [
  { slug: "champions", code: "C", tone: "good" },
  { slug: "loyal", code: "L", tone: "good" },
  { slug: "potential_loyalists", code: "P", tone: "info" },
  { slug: "new", code: "N", tone: "info" },
  { slug: "promising", code: "O", tone: "info" },
  { slug: "need_attention", code: "A", tone: "neutral" },
  { slug: "about_to_sleep", code: "S", tone: "neutral" },
  { slug: "at_risk", code: "R", tone: "warn" },
  { slug: "cannot_lose", code: "K", tone: "warn" },
  { slug: "hibernating", code: "H", tone: "neutral" },
] as const satisfies readonly { slug: string; code: string; tone: SegmentTone }[];

export type RfmSegment = (typeof RFM_SEGMENTS)[number]["slug"];

/** Every word `customer_value.segment` may hold: the RFM segments and customers without an order. */
export type Segment = RfmSegment | "no_orders";
export const SEGMENTS: readonly Segment[] = [...RFM_SEGMENTS.map(({ slug }) => slug), "no_orders"];

/**
 * All 125 cells. One line per recency score, from 5 (latest) down to 1; in it one word per frequency score, from 1 (rare)
 * up to 5; in that one code per monetary score, from 1 (least) to 5 (most).
 */
const CELLS: readonly (readonly string[])[] = [
  ["NNNOO", "PPPPP", "PPPLL", "LLLCC", "LLLCC"],
  ["NNNOO", "OOPPP", "PPPLL", "LLLLL", "LLLLL"],
  ["SSSAA", "SSAAA", "SAAAA", "AAALL", "AALLL"],
  ["HHHHK", "HHHKK", "HRRRR", "RRRRR", "RRRRR"],
  ["HHHHK", "HHHKK", "HHRRR", "RRRRR", "RRRRR"],
];

/**
 * The segment of one cell.
 *
 * @param recency score 1..5, 5 is the latest
 * @param frequency score 1..5, 5 is the most purchase days
 * @param monetary score 1..5, 5 is the most revenue
 * @throws Error when a score is not a whole number from 1 to 5
 */
export function segmentOf(recency: number, frequency: number, monetary: number): RfmSegment {
  const code = CELLS[5 - recency]?.[frequency - 1]?.[monetary - 1];
  const segment = RFM_SEGMENTS.find((known) => known.code === code);
  if (!segment) throw new Error(`No RFM cell ${recency}-${frequency}-${monetary}`);
  return segment.slug;
}

/** All cells in counting order, 111 first: cell r-f-m stands at place `25 (r - 1) + 5 (f - 1) + m`, counted from 1. */
export function segmentsInCellOrder(): RfmSegment[] {
  const scores = [1, 2, 3, 4, 5];
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => segmentOf(r, f, m))));
}

/** Whether `value` is a segment a filter may ask for. */
export function isSegment(value: string): value is Segment {
  return SEGMENTS.some((segment) => segment === value);
}

/** How the chip of a segment speaks. */
export function segmentTone(segment: Segment): SegmentTone {
  return RFM_SEGMENTS.find(({ slug }) => slug === segment)?.tone ?? "neutral";
}
