export const ROLES = [
  "owner",
  "cx_manager",
  "department_head",
  "executive",
  "frontline",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

/**
 * `<resource>:read` opens a read-only transaction; everything else may write. `customer:personal` unmasks;
 * `card:open` opens the card of a customer, which the log tells; `contact:write` writes contacts and complaints by hand;
 * `defection:write` works on customers who may leave; `view:write` keeps one's own saved views; `retention:write` says when the audit log ends;
 * `protection:write` takes all data away, erases a person, ends the workspace.
 */
export const PERMISSIONS = [
  "workspace:read",
  "workspace:write",
  "retention:write",
  "protection:write",
  "member:read",
  "member:write",
  "department:read",
  "department:write",
  "api_key:write",
  "audit:read",
  "audit:export",
  "view:write",
  "customer:read",
  "customer:write",
  "customer:personal",
  "customer:export",
  "order:read",
  "order:write",
  "signal:read",
  "source:read",
  "source:write",
  "signal:write",
  "subscription:read",
  "subscription:write",
  "interaction:read",
  "interaction:write",
  "complaint:read",
  "complaint:write",
  "import:read",
  "import:write",
  "value:read",
  "value:write",
  "defection:write",
  "card:open",
  "contact:write",
  "webhook:write",
  "segment:read",
  "segment:write",
  "need:read",
  "need:write",
  "persona:read",
  "persona:write",
  "evidence:read",
  "evidence:write",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READ: readonly Permission[] = [
  "workspace:read",
  "member:read",
  "department:read",
  "view:write",
  "customer:read",
  "order:read",
  "signal:read",
  "source:read",
  "subscription:read",
  "interaction:read",
  "complaint:read",
  "import:read",
  "value:read",
  "segment:read",
  "need:read",
  "persona:read",
  "evidence:read",
];

/** The one table of who may do what. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  cx_manager: [
    ...READ,
    "workspace:write",
    "department:write",
    "customer:write",
    "customer:personal",
    "customer:export",
    "order:write",
    "source:write",
    "signal:write",
    "subscription:write",
    "interaction:write",
    "complaint:write",
    "import:write",
    "value:write",
    "defection:write",
    "card:open",
    "contact:write",
    "webhook:write",
    "segment:write",
    "need:write",
    "persona:write",
    "evidence:write",
  ],
  department_head: [...READ, "customer:export", "defection:write"],
  executive: [
    "workspace:read",
    "member:read",
    "department:read",
    "view:write",
    "customer:read",
    "customer:export",
    "order:read",
    "signal:read",
    "subscription:read",
    "interaction:read",
    "complaint:read",
    "value:read",
    "segment:read",
    "need:read",
    "persona:read",
    "evidence:read",
  ],
  frontline: [
    "workspace:read",
    "department:read",
    "view:write",
    "customer:read",
    "customer:personal",
    "order:read",
    "card:open",
    "contact:write",
  ],
  auditor: [
    ...READ,
    "audit:read",
    "audit:export",
    "customer:personal",
    "customer:export",
    "card:open",
  ],
};

/** Whether `value` is a role a membership row may hold. */
export function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value);
}

/** Scopes an API key may carry: `<resource>:read`, `<resource>:write`, or `all`. */
export const SCOPES = [
  "all",
  "customers:read",
  "customers:write",
  "orders:read",
  "orders:write",
  "subscriptions:read",
  "subscriptions:write",
  "signals:read",
  "signals:write",
  "interactions:read",
  "interactions:write",
  "complaints:read",
  "complaints:write",
  "departments:read",
  "departments:write",
  "imports:read",
  "imports:write",
  "value:read",
  "value:write",
  "segments:read",
  "segments:write",
  "needs:read",
  "needs:write",
  "personae:read",
  "personae:write",
  "evidence:read",
  "evidence:write",
] as const;
export type Scope = (typeof SCOPES)[number];

/** Personal data is read with "customers:read" only; files hold what they hold, so "imports:write" needs no other scope. */
const SCOPE_PERMISSIONS: Readonly<Record<Exclude<Scope, "all">, readonly Permission[]>> = {
  "customers:read": ["customer:read", "customer:personal"],
  "customers:write": ["customer:write"],
  "orders:read": ["order:read"],
  "orders:write": ["order:write"],
  "subscriptions:read": ["subscription:read"],
  "subscriptions:write": ["subscription:write"],
  "signals:read": ["signal:read"],
  "signals:write": ["signal:write"],
  "interactions:read": ["interaction:read"],
  "interactions:write": ["interaction:write"],
  "complaints:read": ["complaint:read"],
  "complaints:write": ["complaint:write"],
  "departments:read": ["department:read"],
  "departments:write": ["department:write"],
  "imports:read": ["import:read"],
  "imports:write": ["import:write", "import:read"],
  "value:read": ["value:read"],
  "value:write": ["value:write"],
  "segments:read": ["segment:read"],
  "segments:write": ["segment:write"],
  "needs:read": ["need:read", "evidence:read"],
  "needs:write": ["need:write"],
  "personae:read": ["persona:read", "evidence:read"],
  "personae:write": ["persona:write"],
  "evidence:read": ["evidence:read"],
  "evidence:write": ["evidence:write"],
};

/** What a key with these scopes may do; a scope nobody knows gives nothing. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  if (scopes.includes("all")) return new Set(PERMISSIONS);
  const known = SCOPES.filter((scope) => scope !== "all").filter((scope) => scopes.includes(scope));
  return new Set(known.flatMap((scope) => SCOPE_PERMISSIONS[scope]));
}
