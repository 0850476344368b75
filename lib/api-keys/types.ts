import type { Scope } from "#lib/auth/permissions.ts";

/** How long a key may live; "never" ends only when it is revoked. */
export const EXPIRIES = ["never", "30", "90", "365"] as const;

/** Scopes as the form shows them: by what they are about, reading before writing. */
export const SCOPE_GROUPS = [
  { group: "customers", scopes: ["customers:read", "customers:write"] },
  { group: "orders", scopes: ["orders:read", "orders:write"] },
  { group: "subscriptions", scopes: ["subscriptions:read", "subscriptions:write"] },
  { group: "signals", scopes: ["signals:read", "signals:write"] },
  { group: "interactions", scopes: ["interactions:read", "interactions:write"] },
  { group: "complaints", scopes: ["complaints:read", "complaints:write"] },
  { group: "departments", scopes: ["departments:read", "departments:write"] },
  { group: "imports", scopes: ["imports:read", "imports:write"] },
  { group: "value", scopes: ["value:read", "value:write"] },
  { group: "segments", scopes: ["segments:read", "segments:write"] },
  { group: "needs", scopes: ["needs:read", "needs:write"] },
  { group: "personae", scopes: ["personae:read", "personae:write"] },
  { group: "evidence", scopes: ["evidence:read", "evidence:write"] },
  { group: "everything", scopes: ["all"] },
] as const satisfies readonly { group: string; scopes: readonly Scope[] }[];

/** A key as it may be shown: never the secret. Instants are ISO 8601 in UTC. */
export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdAt: string;
  /** Who made it, by the name of today; null when that member is not known any more */
  madeBy: { kind: "member"; name: string } | { kind: "operator" } | null;
  lastUsedAt: string | null;
  expiresAt: string | null;
  isExpired: boolean;
};

/** A key just made: the only time its secret is known. */
export type MadeApiKey = { id: string; name: string; key: string };
