/** The views of the settings and the permission each page asks for. */
const TABS = [
  { key: "general", path: "", permission: "workspace:read" },
  { key: "members", path: "/members", permission: "member:read" },
  { key: "departments", path: "/departments", permission: "department:read" },
  { key: "calendar", path: "/calendar", permission: "workspace:read" },
  { key: "keys", path: "/api-keys", permission: "api_key:write" },
  { key: "webhooks", path: "/webhooks", permission: "webhook:write" },
  { key: "protection", path: "/data-protection", permission: "protection:write" },
  { key: "audit", path: "/audit", permission: "audit:read" },
] as const;

/** The views of the settings that a member with these permissions may open. */
export function settingsTabs(permissions: ReadonlySet<string>) {
  return TABS.filter(({ permission }) => permissions.has(permission));
}
