import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";
import { METRICS } from "#lib/signals/types.ts";
import { isWebhookSecret } from "./is-webhook-secret.ts";
import {
  type AskedQuestion,
  HOOK_FORMATS,
  HOOK_KINDS,
  WEBHOOK_EVENTS,
  type WebhookEvent,
} from "./types.ts";

const Url = z
  .string()
  .trim()
  .min(1, "Give the address that takes the messages.")
  .max(2_000, "The address is longer than 2,000 characters.");

/** Ticked boxes of one name come with commas between them. */
const Events = z
  .string()
  .default("")
  .transform((text) => WEBHOOK_EVENTS.filter((event) => text.split(",").includes(event)))
  .refine((events: readonly WebhookEvent[]) => events.length > 0, {
    error: "Tick at least one event.",
  });

export const CreateEndpoint = z.object({ url: Url, events: Events });
export type CreateEndpoint = z.output<typeof CreateEndpoint>;

export const ChangeEndpoint = z.object({ endpointId: z.uuid(), url: Url, events: Events });
export type ChangeEndpoint = z.output<typeof ChangeEndpoint>;

export const OfEndpoint = z.object({ endpointId: z.uuid() });
export type OfEndpoint = z.output<typeof OfEndpoint>;

const Switch = z.enum(["on", "off"]);

export const SwitchEndpoint = z.object({ endpointId: z.uuid(), to: Switch });
export type SwitchEndpoint = z.output<typeof SwitchEndpoint>;

export const ReplayDelivery = z.object({ deliveryId: z.uuid() });
export type ReplayDelivery = z.output<typeof ReplayDelivery>;

/** A secret that the sender made; without one, we make it. */
const GivenSecret = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || isWebhookSecret(text), {
    error: "A secret is whsec_ and base64 of 24 to 64 bytes.",
  })
  .transform((text) => (text === "" ? null : text));

/** "q1 = nps, 1. How likely are you to recommend us?": the id, what it is scored as, and its head in the export. */
const QUESTION_LINE =
  /^(?<id>[^\s=:,;]+)[\s=:,;]+(?<word>[^\s=:,;]+)(?:[\s=:,;]+(?<header>\S.*))?$/;
const LONGEST_HEADER = 500;

/** One question a line: its id, what it is scored as, and how the export heads it. */
const ScoredQuestions = z
  .string()
  .max(10_000)
  .default("")
  .transform((text, context) => {
    const asked: Record<string, AskedQuestion> = {};
    for (const line of text.split("\n").map((each) => each.trim())) {
      const read = readQuestion(line);
      if (read) asked[read.id] = read.question;
      else if (line !== "")
        context.addIssue({ code: "custom", message: `“${line.slice(0, 60)}”: ${HOW_SCORED}` });
    }
    return asked;
  });

/** null for a line that says neither a score nor a head. */
function readQuestion(line: string): { id: string; question: AskedQuestion } | null {
  const { id = "", word = "", header = null } = QUESTION_LINE.exec(line)?.groups ?? {};
  const metric = METRICS.find((each) => each === word.toLowerCase()) ?? null;
  const isInWords = word.toLowerCase() === "words" && header !== null;
  if (!(metric || isInWords) || (header?.length ?? 0) > LONGEST_HEADER) return null;
  return { id, question: { metric, header } };
}

const HOW_SCORED = `write the question’s id and one of ${METRICS.join(", ")}; or words, and how the export heads it.`;

export const CreateHook = z.object({
  name: z
    .string()
    .overwrite(tidyName)
    .min(1, "Say who sends here.")
    .max(120, "The name is longer than 120 characters."),
  kind: z.enum(HOOK_KINDS, { error: "Choose what is sent." }).default("signals"),
  format: z.enum(HOOK_FORMATS, { error: "Choose how it is written." }).default("items"),
  scoredQuestions: ScoredQuestions,
  secret: GivenSecret,
});
export type CreateHook = z.output<typeof CreateHook>;

export const OfHook = z.object({ hookId: z.uuid() });
export type OfHook = z.output<typeof OfHook>;

export const RotateHookSecret = z.object({ hookId: z.uuid(), secret: GivenSecret });
export type RotateHookSecret = z.output<typeof RotateHookSecret>;

export const SwitchHook = z.object({ hookId: z.uuid(), to: Switch });
export type SwitchHook = z.output<typeof SwitchHook>;
