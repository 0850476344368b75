import { z } from "zod";
import { IMPORT_KINDS } from "#lib/imports/types.ts";
import { HOOK_KINDS, type WebhookEvent } from "#lib/webhooks/types.ts";
import type { Shape } from "./types.ts";

/** A message that a workspace sends, as the document shows it. */
export type WebhookMessage = { event: WebhookEvent; words: string; shape: Shape };

const COUNT = z.int().min(0);
const WRITTEN = z.object({
  importId: z.uuid().optional().meta({ description: "Where an import wrote them" }),
  hookId: z.uuid().optional().meta({ description: "Where an incoming webhook wrote them" }),
  sourceId: z.uuid().nullable(),
  ...{ created: COUNT, updated: COUNT },
});

function message(event: WebhookEvent, name: string, words: string, facts: z.ZodType) {
  const schema = z.object({
    type: z.literal(event),
    timestamp: z.iso.datetime().meta({ description: "When it happened, in UTC" }),
    data: facts,
  });
  return { event, words, shape: { name: `${name}Message`, schema } };
}

/** All messages there are: ids and counts, nothing of a person. */
export const WEBHOOK_MESSAGES: readonly WebhookMessage[] = [
  message(
    ...(["import.finished", "ImportFinished", "An import came to its end"] as const),
    z.object({
      ...{ importId: z.uuid(), kind: z.enum(IMPORT_KINDS) },
      ...{ created: COUNT, updated: COUNT, unchanged: COUNT, rejected: COUNT },
    }),
  ),
  message(
    ...(["import.undone", "ImportUndone", "An import was taken back"] as const),
    z.object({ importId: z.uuid(), removed: COUNT, restored: COUNT, kept: COUNT }),
  ),
  message(
    ...(["customer.merged", "CustomerMerged", "Two customers became one"] as const),
    z.object({ mergeId: z.uuid(), survivorId: z.uuid(), mergedId: z.uuid(), orders: COUNT }),
  ),
  ...HOOK_KINDS.map((kind) =>
    message(
      `${kind}.written`,
      `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Written`,
      `Some ${kind} were made or changed, by an import, the API or an incoming webhook`,
      WRITTEN,
    ),
  ),
];
