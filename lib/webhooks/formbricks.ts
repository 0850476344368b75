import { z } from "zod";
import { answerNumber } from "#lib/format/answer-number.ts";
import type { Metric, Scale, SignalToWrite } from "#lib/signals/types.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { ItemContext, Linked } from "./items.ts";
import { parseMessage } from "./parse-message.ts";
import type { AskedQuestion } from "./types.ts";

/** The scales that Formbricks asks on; the message does not say. */
const SCALES: Readonly<Record<Metric, Scale>> = {
  nps: { min: 0, max: 10, higherIsBetter: true },
  csat: { min: 1, max: 5, higherIsBetter: true },
  ces: { min: 1, max: 7, higherIsBetter: true },
  rating: { min: 1, max: 5, higherIsBetter: true },
};

const ANSWERS = ["responseCreated", "responseUpdated", "responseFinished"] as const;
/** Answers that are no answers: who it is, as Formbricks verified it. */
const WHO = new Set(["verifiedEmail", "userId", "email"]);
const LONGEST_ID = 200;
const LONGEST_BODY = 20_000;

const Person = z.object({ userId: z.string().nullish(), id: z.string().nullish() }).nullish();
const Attributes = z.record(z.string(), z.unknown()).nullish();

const Response = z.object({
  id: z.string().min(1).max(LONGEST_ID),
  createdAt: z.iso.datetime({ offset: true }),
  data: z.record(z.string().max(LONGEST_ID), z.unknown()),
  language: z.string().max(LONGEST_ID).nullish(),
  contact: Person,
  person: Person,
  contactAttributes: Attributes,
  personAttributes: Attributes,
});
type Response = z.output<typeof Response>;

const Message = z.discriminatedUnion("event", [
  z.object({ event: z.enum(ANSWERS), data: Response }),
  // Sent once when the webhook is made, to see whether anybody is there
  z.object({ event: z.literal("testEndpoint") }),
]);

type Questions = Readonly<Record<string, AskedQuestion>>;

/**
 * One signal for each answer in a message of Formbricks. A question that is scored has a score where its answer is a
 * number of its scale; every other answer is kept in words. One whose head in the export is known has the number that the
 * export gives it, so that an answer which comes both ways is one row.
 *
 * @throws DomainError `invalid_input`
 */
export function readFormbricks(
  message: unknown,
  context: ItemContext,
  questions: Questions,
): Linked<SignalToWrite>[] {
  const said = parseMessage(Message, message);
  return said.event === "testEndpoint" ? [] : answersOf(said.data, context, questions);
}

function answersOf(
  response: Response,
  { timeZone, latestOn }: ItemContext,
  questions: Questions,
): Linked<SignalToWrite>[] {
  const day = dayInZone(timeZone, Date.parse(response.createdAt));
  const base = {
    ...whoIn(response),
    audience: "customer" as const,
    occurredOn: day > latestOn ? latestOn : day,
    occurredAt: response.createdAt,
    language: tidy(response.language ?? ""),
    ...{ channel: null, touchpoint: null, segment: null, department: null },
  };
  return Object.entries(response.data)
    .filter(([id]) => !WHO.has(id))
    .map(([id, answer]) => {
      const { metric = null, header = null } = questions[id] ?? {};
      return { question: tidy(header ?? id), ...said(answer, metric) };
    })
    .filter(({ score, body }) => score !== null || body !== null)
    .map((answer, at) => ({
      ...base,
      ...answer,
      line: at + 1,
      externalId: answerNumber(response.id, answer.question ?? ""),
    }));
}

function said(answer: unknown, metric: Metric | null) {
  const scale = metric && SCALES[metric];
  if (metric && scale && typeof answer === "number" && answer >= scale.min && answer <= scale.max)
    return { metric, score: answer, scale, body: null };
  return { metric: null, score: null, scale: null, body: tidy(wordsOf(answer)) };
}

function wordsOf(answer: unknown): string {
  if (typeof answer === "string") return answer;
  if (typeof answer === "number" || typeof answer === "boolean") return String(answer);
  if (Array.isArray(answer)) return answer.map(wordsOf).filter(Boolean).join(", ");
  if (typeof answer !== "object" || answer === null) return "";
  return Object.entries(answer)
    .map(([name, value]) => `${name}: ${wordsOf(value)}`)
    .join(", ");
}

function whoIn({ contact, person, contactAttributes, personAttributes, data }: Response) {
  const attributes = { ...personAttributes, ...contactAttributes };
  const number = contact?.userId ?? person?.userId ?? attributes["userId"] ?? data["userId"];
  const email = z.email().safeParse(data["verifiedEmail"] ?? attributes["email"]);
  return {
    customerExternalId: typeof number === "string" ? tidy(number, LONGEST_ID) : null,
    customerEmail: email.success ? email.data.toLowerCase() : null,
  };
}

/** Text that PostgreSQL takes; nothing where it says nothing. */
function tidy(text: string, longest = LONGEST_BODY): string | null {
  return (
    text
      .replaceAll(/\0|\p{Surrogate}/gu, "")
      .trim()
      .slice(0, longest) || null
  );
}
