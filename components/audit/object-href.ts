import type { AuditEventRow } from "#lib/audit/types.ts";

type Address = { path: string; permission: string };

/** Where the object of an event can be seen; null where it is gone, has no page, or this member may not open it. */
export function objectHref(
  tenant: string,
  { type, id, isThere }: AuditEventRow["object"],
  permissions: ReadonlySet<string>,
): string | null {
  const address = addressOf(type, id);
  if (!isThere || !address || !permissions.has(address.permission)) return null;
  return `/w/${tenant}${address.path}`;
}

function addressOf(type: AuditEventRow["object"]["type"], id: string | null): Address | null {
  switch (type) {
    case "tenant":
      return { path: "/settings", permission: "workspace:read" };
    case "membership":
    case "invitation":
      return { path: "/settings/members", permission: "member:read" };
    case "department":
      return { path: "/settings/departments", permission: "department:read" };
    case "api_key":
      return { path: "/settings/api-keys", permission: "api_key:write" };
    case "business_calendar":
      return { path: "/settings/calendar", permission: "workspace:read" };
    case "import":
      return { path: `/data/imports/${id}`, permission: "import:read" };
    case "value_snapshot":
    case "clv_run":
      return { path: "/value", permission: "value:read" };
    case "tier_policy":
      return { path: "/value/policy", permission: "value:read" };
    case "customer_list":
      return { path: "/customers", permission: "customer:read" };
    case "customer":
      return { path: `/customers/${id}`, permission: "customer:read" };
    case "webhook_endpoint":
      return { path: `/settings/webhooks/${id}`, permission: "webhook:write" };
    case "incoming_hook":
      return { path: `/settings/webhooks/hooks/${id}`, permission: "webhook:write" };
    case "audit_log":
      return { path: "/settings/audit", permission: "audit:read" };
    case "signal":
      return { path: "/listening", permission: "signal:read" };
    case "order":
    case "subscription":
    case "interaction":
    case "complaint":
    case "source":
      return { path: `/data/sources/${id}`, permission: "source:read" };
    case "signal_list":
      return { path: "/listening", permission: "signal:read" };
    case "import_list":
      return { path: "/data/imports", permission: "import:read" };
    case "list":
    case "saved_view":
    case null:
      return null;
  }
}
