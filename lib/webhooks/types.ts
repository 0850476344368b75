import type { Metric } from "#lib/signals/types.ts";

/** What a workspace tells others about; `….written` comes of imports, hooks and requests of the API. */
export const WEBHOOK_EVENTS = [
  "import.finished",
  "import.undone",
  "customer.merged",
  "signals.written",
  "complaints.written",
  "interactions.written",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a message says of an event: ids and counts, nothing of a person. */
export type WebhookFacts = Readonly<Record<string, string | number | null>>;

export const DELIVERY_STATUSES = ["waiting", "delivered", "dead"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why a try failed; a word that another version wrote is told as "other". */
export const FAILURES = [
  "refused",
  "redirect",
  "gone",
  "inside",
  "timeout",
  "connection",
  "certificate",
  "endpoint_off",
  "other",
] as const;
export type Failure = (typeof FAILURES)[number];

export const OFF_REASONS = ["by_hand", "dead_end", "gone"] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** What came of one try to deliver. */
export type TryOutcome = {
  answerStatus: number | null;
  /** First bytes of the answer, as text */
  answerHead: string | null;
  failure: Failure | null;
  elapsedMs: number;
};

/** An endpoint as the list shows it: never the secret. Instants are ISO 8601 in UTC. */
export type EndpointRow = {
  id: string;
  url: string;
  events: readonly WebhookEvent[];
  offReason: OffReason | null;
  /** null where nothing was ever sent */
  lastTriedAt: string | null;
  lastStatus: DeliveryStatus | null;
  /** Of the messages of the last seven days */
  waiting: number;
  dead: number;
  sent: number;
};

export type EndpointPage = EndpointRow & {
  createdAt: string;
  /** Until when the secret of before signs too; null when it does not */
  formerUntil: string | null;
};

export type DeliveryRow = {
  id: string;
  event: WebhookEvent;
  status: DeliveryStatus;
  tries: number;
  createdAt: string;
  lastTriedAt: string | null;
  nextTryAt: string | null;
  answerStatus: number | null;
  answerHead: string | null;
  failure: Failure | null;
  elapsedMs: number | null;
};

export const HOOK_KINDS = ["signals", "complaints", "interactions"] as const;
export type HookKind = (typeof HOOK_KINDS)[number];

export const HOOK_FORMATS = ["items", "formbricks"] as const;
export type HookFormat = (typeof HOOK_FORMATS)[number];

/** The source of Formbricks, whether its answers come by a hook or in one of its exports. */
export const FORMBRICKS_SOURCE = "Formbricks";

/** What is known of a question of Formbricks, by its id. */
export type AskedQuestion = {
  /** null for one that is answered in words */
  metric: Metric | null;
  /** How its column is headed in the export, so that an answer has the same number there; null when nobody said */
  header: string | null;
};

/** An incoming hook as the list shows it: never the secret. */
export type HookRow = {
  id: string;
  name: string;
  kind: HookKind;
  format: HookFormat;
  source: string;
  isOff: boolean;
  lastReceivedAt: string | null;
  /** Messages of the last seven days */
  received: number;
};

export type HookPage = HookRow & { createdAt: string; formerUntil: string | null };

/** What was received: when, and what it wrote. */
export type ReceivedRow = { key: string; receivedAt: string; created: number; updated: number };

/** A secret just made: the only time it is shown. `id` is the endpoint's or the hook's. */
export type MadeSecret = { id: string; secret: string };
