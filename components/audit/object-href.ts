import type { AuditEventRow, AuditObjectType } from "#lib/audit/types.ts";

type Page = readonly [path: string, permission: string];

/** The page of each kind of object, with its id in place of `{id}`, and what it takes to open it. */
const PAGES: Readonly<Record<AuditObjectType, Page | null>> = {
  tenant: ["/settings", "workspace:read"],
  membership: ["/settings/members", "member:read"],
  invitation: ["/settings/members", "member:read"],
  department: ["/settings/departments", "department:read"],
  api_key: ["/settings/api-keys", "api_key:write"],
  business_calendar: ["/settings/calendar", "workspace:read"],
  import: ["/data/imports/{id}", "import:read"],
  value_snapshot: ["/value", "value:read"],
  clv_run: ["/value", "value:read"],
  tier_policy: ["/value/policy", "value:read"],
  need: ["/needs/{id}", "need:read"],
  customer_list: ["/customers", "customer:read"],
  customer: ["/customers/{id}", "customer:read"],
  segment: ["/segments/{id}", "segment:read"],
  segment_list: ["/segments", "segment:read"],
  webhook_endpoint: ["/settings/webhooks/{id}", "webhook:write"],
  incoming_hook: ["/settings/webhooks/hooks/{id}", "webhook:write"],
  audit_log: ["/settings/audit", "audit:read"],
  signal: ["/listening", "signal:read"],
  order: ["/data/sources/{id}", "source:read"],
  subscription: ["/data/sources/{id}", "source:read"],
  interaction: ["/data/sources/{id}", "source:read"],
  complaint: ["/data/sources/{id}", "source:read"],
  source: ["/data/sources/{id}", "source:read"],
  signal_list: ["/listening", "signal:read"],
  import_list: ["/data/imports", "import:read"],
  evidence: ["/personae", "persona:read"],
  persona: ["/personae", "persona:read"],
  interview: ["/personae/interviews", "evidence:read"],
  experience_stage: ["/personae/spectrum", "persona:read"],
  list: null,
  saved_view: null,
};

/** Where the object of an event can be seen; null where it is gone, has no page, or this member may not open it. */
export function objectHref(
  tenant: string,
  { type, id, isThere }: AuditEventRow["object"],
  permissions: ReadonlySet<string>,
): string | null {
  const page = type && PAGES[type];
  if (!(isThere && page)) return null;
  const [path, permission] = page;
  return permissions.has(permission) ? `/w/${tenant}${path.replace("{id}", id ?? "")}` : null;
}
