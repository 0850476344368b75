import type { AuditAction } from "./actions.ts";

/** The kinds of things an event can be about: a table's name in the singular. */
export type AuditObjectType =
  | "tenant"
  | "membership"
  | "invitation"
  | "department"
  | "api_key"
  | "business_calendar"
  | "import"
  | "value_snapshot"
  | "saved_view";

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
