import { z } from "zod";
import { METRICS, type Metric } from "#lib/signals/types.ts";
import { isWebhookSecret } from "./is-webhook-secret.ts";
import { HOOK_FORMATS, HOOK_KINDS, WEBHOOK_EVENTS, type WebhookEvent } from "./types.ts";

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

/** One question a line: its id and what it is scored as. */
const ScoredQuestions = z
  .string()
  .max(10_000)
  .default("")
  .transform((text, context) => {
    const asked: Record<string, Metric> = {};
    for (const line of text.split("\n").map((each) => each.trim())) {
      if (line === "") continue;
      const [id = "", word = "", ...rest] = line.split(/[\s=:,;]+/);
      const metric = METRICS.find((each) => each === word.toLowerCase());
      if (metric && rest.length === 0) asked[id] = metric;
      else context.addIssue({ code: "custom", message: `“${line.slice(0, 60)}”: ${HOW_SCORED}` });
    }
    return asked;
  });

const HOW_SCORED = `write the question’s id and one of ${METRICS.join(", ")}.`;

export const CreateHook = z.object({
  name: z
    .string()
    .trim()
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
