import { z } from "zod";
import { isAuditAction } from "./actions.ts";
import {
  AUDIT_OBJECT_TYPES,
  type AuditActor,
  type AuditEventRow,
  type AuditFields,
  type AuditObjectType,
  type AuditValue,
} from "./types.ts";

/** An event as the database holds it. */
export type StoredEvent = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  objectType: string;
  objectId: string | null;
  before: unknown;
  after: unknown;
};

/** Names of members, departments, keys and imports by id. */
export type AuditNames = ReadonlyMap<string, string>;

const Value: z.ZodType<AuditValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);
const Fields: z.ZodType<AuditFields> = z.record(z.string(), Value);
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** There is always one, and it has a page of its own. */
const ALWAYS_THERE: ReadonlySet<AuditObjectType> = new Set([
  "tenant",
  "business_calendar",
  "value_snapshot",
  "clv_run",
  "tier_policy",
  "customer_list",
  "segment_list",
  "signal_list",
  "import_list",
  "list",
  "evidence",
  "persona",
  "interview",
  "experience_stage",
  "audit_log",
]);

/** Every id that stands in some events: whose they are, what they are about, and what their fields name. */
export function idsIn(events: readonly StoredEvent[]): string[] {
  const ids = events.flatMap(({ actorId, objectId, before, after }) => [
    actorId ?? [],
    objectId ?? [],
    ...Object.values(fieldsOf(before)),
    ...Object.values(fieldsOf(after)),
  ]);
  return [...new Set(ids.flat().filter((id) => typeof id === "string" && ID.test(id)))] as string[];
}

/** An event as the page tells it, ids in its fields replaced by names. A word it does not know stays as it was written. */
export function toEventRow(event: StoredEvent, names: AuditNames): AuditEventRow {
  const type = AUDIT_OBJECT_TYPES.find((each) => each === event.objectType) ?? null;
  const name = names.get(event.objectId ?? "") ?? null;
  return {
    id: event.id,
    at: event.at.toISOString(),
    actor: actorOf(event, names),
    action: isAuditAction(event.action) ? event.action : null,
    word: event.action,
    object: {
      type,
      word: event.objectType,
      id: event.objectId,
      name,
      isThere: name !== null || (type !== null && ALWAYS_THERE.has(type)),
    },
    changes: changesOf(event, names),
  };
}

function actorOf({ actorKind, actorId }: StoredEvent, names: AuditNames): AuditActor {
  if (actorKind === "member" || actorKind === "api_key")
    return { kind: actorKind, name: names.get(actorId ?? "") ?? null };
  return { kind: actorKind === "job" ? "job" : "operator" };
}

function changesOf(event: StoredEvent, names: AuditNames): AuditEventRow["changes"] {
  const before = fieldsOf(event.before);
  const after = fieldsOf(event.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
    field,
    before: named(before[field], names),
    after: named(after[field], names),
  }));
}

function named(value: AuditValue | undefined, names: AuditNames): AuditValue | undefined {
  if (typeof value === "string") return names.get(value) ?? value;
  return isList(value) ? value.map((each) => names.get(each) ?? each) : value;
}

function isList(value: AuditValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function fieldsOf(stored: unknown): AuditFields {
  return Fields.safeParse(stored).data ?? {};
}
