import type { AuditAction } from "./actions.ts";

export type { AuditAction } from "./actions.ts";

/** The kinds of things an event can be about: a table's name in the singular. */
export const AUDIT_OBJECT_TYPES = [
  "tenant",
  "membership",
  "invitation",
  "department",
  "api_key",
  "business_calendar",
  "import",
  "source",
  "value_snapshot",
  "clv_run",
  "tier_policy",
  "saved_view",
  "need",
  "customer_list",
  "customer",
  "segment",
  "segment_list",
  "signal_list",
  "import_list",
  "list",
  "webhook_endpoint",
  "incoming_hook",
  "order",
  "subscription",
  "signal",
  "interaction",
  "complaint",
  "evidence",
  "persona",
  "interview",
  "experience_stage",
  "audit_log",
] as const;
export type AuditObjectType = (typeof AUDIT_OBJECT_TYPES)[number];

/** Actions by what stands before the dot. */
export const AUDIT_GROUPS = [
  "workspace",
  "member",
  "department",
  "api_key",
  "import",
  "source",
  "value",
  "defection",
  "need",
  "view",
  "customer",
  "segment",
  "signal",
  "webhook",
  "hook",
  "order",
  "subscription",
  "interaction",
  "complaint",
  "evidence",
  "persona",
  "interview",
  "audit",
  "list",
  "account",
] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** Which events a page or a file shows; what is null is not narrowed. */
export type AuditFilter = {
  /** First and last day YYYY-MM-DD, both counted, in the workspace's time zone */
  fromOn: string | null;
  toOn: string | null;
  /** "job", "operator", or the id of a member or an API key */
  who: string | null;
  group: AuditGroup | null;
  object: AuditObjectType | null;
  objectId: string | null;
};

/** Who did it, by the name of today; null when nobody of that id is known any more. */
export type AuditActor =
  | { kind: "member" | "api_key"; name: string | null }
  | { kind: "job" | "operator" };

/** An event as the audit page tells it. */
export type AuditEventRow = {
  id: string;
  /** ISO 8601 in UTC */
  at: string;
  actor: AuditActor;
  /** null for a word that another version of the software wrote */
  action: AuditAction | null;
  /** The action as it was written */
  word: string;
  object: {
    /** null as for the action */
    type: AuditObjectType | null;
    /** The type as it was written */
    word: string;
    id: string | null;
    /** Its name of today; null where it has none or is gone */
    name: string | null;
    isThere: boolean;
  };
  changes: readonly {
    field: string;
    before: AuditValue | undefined;
    after: AuditValue | undefined;
  }[];
};

/** Somebody an event can be by. */
export type AuditPerson = { id: string; name: string; kind: "member" | "api_key" };

/** A changed field's value. Never personal data: ids, words of ours, numbers, days. */
export type AuditValue = string | number | boolean | null | readonly string[];
export type AuditFields = Readonly<Record<string, AuditValue>>;

export type AuditEventInput = {
  action: AuditAction;
  object: { type: AuditObjectType; id: string | null };
  /** The changed fields as they were, and as they are */
  before?: AuditFields;
  after?: AuditFields;
};

/** `changedBy` is a name; null for jobs, keys and the operator. The instant is ISO 8601 in UTC. */
export type LastChange = { changedBy: string | null; changedAt: string };
