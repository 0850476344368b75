import { z } from "zod";
import type { ComplaintToWrite } from "#lib/complaints/types.ts";
import { INTERACTION_KINDS, type InteractionToWrite } from "#lib/interactions/types.ts";
import { AUDIENCES, METRICS, type Scale, type SignalToWrite } from "#lib/signals/types.ts";
import { dayInZone, isInCountedYears, OUTSIDE_YEARS } from "#lib/time/index.ts";
import { parseMessage, wrongMessage } from "./parse-message.ts";

/** What a message of our own shape holds: `{ "items": [ … ] }`. A field of an item that is misspelt must not be as if it were not said. */
const MOST_ITEMS = 1_000;
const LONGEST_LABEL = 200;
const LONGEST_LINE = 500;
const LONGEST_BODY = 20_000;
const LONGEST_EMAIL = 254;
const LONGEST_CALL_SECONDS = 30 * 24 * 60 * 60;

/** What PostgreSQL takes: no NUL, no half of a character. */
const isReadable = (value: string) => !/\0|\p{Surrogate}/u.test(value);

/** A text that may be left out; an empty one says nothing. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(isReadable, "This is no readable text.")
    .nullish()
    .transform((value) => value || null);

const label = text(LONGEST_LABEL);
const day = z.iso
  .date({ error: "Write the day as 2024-12-31.", abort: true })
  .refine(isInCountedYears, OUTSIDE_YEARS)
  .nullish()
  .transform((value) => value ?? null);
const instant = z.iso
  .datetime({ offset: true, error: "Write the instant as 2024-12-31T18:30:00Z.", abort: true })
  .refine(isInCountedYears, OUTSIDE_YEARS)
  .nullish()
  .transform((value) => value ?? null);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const yesNo = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

const Shared = {
  externalId: z.string().trim().min(1).max(LONGEST_LABEL).refine(isReadable),
  customerExternalId: label,
  customerEmail: z
    .email()
    .max(LONGEST_EMAIL)
    .toLowerCase()
    .nullish()
    .transform((email) => email ?? null),
  channel: label,
  touchpoint: label,
  department: label,
};

const Signal = z.strictObject({
  ...Shared,
  audience: z
    .enum(AUDIENCES)
    .nullable()
    .transform((audience) => audience ?? AUDIENCES[0])
    .optional(),
  ...{ occurredOn: day, occurredAt: instant },
  question: text(LONGEST_LINE),
  metric: z
    .enum(METRICS)
    .nullish()
    .transform((metric) => metric ?? null),
  score: z.number().nullable().optional(),
  ...{ scaleMin: number, scaleMax: number, higherIsBetter: yesNo },
  body: text(LONGEST_BODY),
  ...{ language: label, segment: label },
});

const Complaint = z.strictObject({
  ...Shared,
  ...{ receivedOn: day, receivedAt: instant, closedOn: day },
  ...{ status: label, product: label, reason: label, subReason: label, segment: label },
  subject: text(LONGEST_LINE),
  ...{ body: text(LONGEST_BODY), resolution: text(LONGEST_BODY) },
  ...{ isTimely: yesNo, isDisputed: yesNo },
});

const Interaction = z.strictObject({
  ...Shared,
  kind: z
    .enum(INTERACTION_KINDS)
    .nullable()
    .transform((kind) => kind ?? "other")
    .optional(),
  ...{ occurredOn: day, occurredAt: instant },
  durationSeconds: z
    .int()
    .min(0)
    .max(LONGEST_CALL_SECONDS)
    .nullish()
    .transform((seconds) => seconds ?? null),
  ...{ activity: label, outcome: label },
  ...{ subject: text(LONGEST_LINE), body: text(LONGEST_BODY) },
});

/** The zone that days are of, and the last day that can have come. */
export type ItemContext = { timeZone: string; latestOn: string };

/** A row whose customer may be named by address, as in a file. */
export type Linked<Row> = Row & { customerEmail: string | null };

/** The signals of a message. @throws DomainError `invalid_input` */
export function readSignals(message: unknown, context: ItemContext): Linked<SignalToWrite>[] {
  return itemsIn(Signal, message).map((item, at) => {
    const { scaleMin, scaleMax, higherIsBetter, ...row } = item;
    const place = { at, field: "occurredOn" };
    const occurredOn = dayOf(item.occurredOn, item.occurredAt, { ...context, ...place });
    const { audience, score } = item;
    return { ...row, audience, score, line: at + 1, occurredOn, scale: scaleOf(item, at) };
  });
}

/** The complaints of a message. @throws DomainError `invalid_input` */
export function readComplaints(message: unknown, context: ItemContext): Linked<ComplaintToWrite>[] {
  return itemsIn(Complaint, message).map((item, at) => {
    const place = { at, field: "receivedOn" };
    const receivedOn = dayOf(item.receivedOn, item.receivedAt, { ...context, ...place });
    if (item.closedOn !== null && item.closedOn < receivedOn)
      throw wrongItem(at, "closedOn", "Closed before it was received.");
    return { ...item, line: at + 1, receivedOn };
  });
}

/** The interactions of a message. @throws DomainError `invalid_input` */
export function readInteractions(
  message: unknown,
  context: ItemContext,
): Linked<InteractionToWrite>[] {
  return itemsIn(Interaction, message).map((item, at) => {
    const place = { at, field: "occurredOn" };
    const occurredOn = dayOf(item.occurredOn, item.occurredAt, { ...context, ...place });
    return { ...item, kind: item.kind, line: at + 1, occurredOn };
  });
}

/** The items of a message, none of whose numbers stands twice. */
function itemsIn<Item extends z.ZodType<{ externalId: string }>>(
  item: Item,
  message: unknown,
): z.output<Item>[] {
  const { items } = parseMessage(
    z.object({ items: z.array(item).min(1).max(MOST_ITEMS) }),
    message,
  );
  const met = new Set<string>();
  for (const [at, { externalId }] of items.entries()) {
    if (met.has(externalId)) throw wrongItem(at, "externalId", "This number stands twice.");
    met.add(externalId);
  }
  return items;
}

function dayOf(
  on: string | null,
  at: string | null,
  { timeZone, latestOn, at: place, field }: ItemContext & { at: number; field: string },
): string {
  const known = on ?? (at === null ? "" : dayInZone(timeZone, Date.parse(at)));
  if (known === "") throw wrongItem(place, field, "Give a day, or an instant with its offset.");
  if (known > latestOn) throw wrongItem(place, field, "The day lies in the future.");
  return known;
}

/** The scale of a score, which has one or is NPS. */
function scaleOf(
  { metric, score, scaleMin, scaleMax, higherIsBetter }: z.output<typeof Signal>,
  at: number,
): Scale | null | undefined {
  if (score === null || score === undefined) return score;
  const [min, max] = metric === "nps" ? [scaleMin ?? 0, scaleMax ?? 10] : [scaleMin, scaleMax];
  if (min === null || max === null || min >= max)
    throw wrongItem(at, "score", "A score needs scaleMin below scaleMax, or the metric nps.");
  if (score < min || score > max) throw wrongItem(at, "score", "Outside its scale.");
  return { min, max, higherIsBetter: higherIsBetter ?? true };
}

function wrongItem(at: number, field: string, message: string) {
  return wrongMessage([{ path: ["items", at, field], message }]);
}
