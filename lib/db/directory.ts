import "server-only";
import { isRole, type Role } from "#lib/auth/permissions.ts";
import { DENSITIES, type Preferences, THEMES, type Workspace } from "#lib/auth/types.ts";
import { prisma } from "./client.ts";
import type { TenantTx } from "./with-tenant.ts";

/** What is asked before the workspace is known: each goes through one definer function of the database. */

export type Credentials = {
  accountId: string;
  passwordHash: string | null;
  sessionVersion: number;
  /** Encrypted; null for a person without a second factor */
  totpSecret: string | null;
  isEmailVerified: boolean;
};

export type SessionRow = {
  accountId: string;
  email: string;
  name: string;
  isEmailVerified: boolean;
  preferences: Preferences;
  /** null for a person who belongs to no workspace any more */
  membership: {
    id: string;
    role: Role;
    departmentIds: string[];
    workspace: Workspace;
    isLastUsed: boolean;
    /** The role changed after this session was opened: sign in again to enter. */
    needsSignIn: boolean;
  } | null;
};

export type ApiKeyRow = { keyId: string; scopes: string[]; workspace: Workspace };

/** The password hash of an active account, or null. `email` in any case. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  const [row] = await prisma().$queryRaw<
    CredentialsRow[]
  >`SELECT * FROM find_credentials(${email})`;
  if (!row) return null;
  return {
    accountId: row.account_id,
    passwordHash: row.password_hash,
    sessionVersion: row.session_version,
    totpSecret: row.totp_secret,
    isEmailVerified: row.email_verified_at !== null,
  };
}

export type NewSession = {
  id: string;
  accountId: string;
  version: number;
  expiresAt: Date;
  /** As the browser names itself, and where it called from: shown to the person in the list of sessions */
  userAgent: string;
  callerAddress: string;
};

/** Remember when and where a session was last used. */
export async function touchSession(id: string, tenantId: string): Promise<void> {
  await prisma().$queryRaw`SELECT touch_session(${id}::uuid, ${tenantId}::uuid)::text`;
}

/** How long ago an open session of that account was opened, by the database's clock; null when there is none. */
export async function sessionAgeSeconds(
  accountId: string,
  sessionId: string,
): Promise<number | null> {
  const [row] = await prisma().$queryRaw<{ age: number }[]>`
    SELECT extract(epoch FROM now() - created_at)::float8 AS age FROM list_account_sessions(${accountId}::uuid)
    WHERE session_id = ${sessionId}::uuid`;
  return row?.age ?? null;
}

/** One row per workspace the session may enter, the last used first; empty when the session is over. */
export async function resolveSession(id: string): Promise<SessionRow[]> {
  const rows = await prisma().$queryRaw<
    ResolvedSession[]
  >`SELECT * FROM resolve_session(${id}::uuid)`;
  return rows.map((row) => ({
    accountId: row.account_id,
    email: row.email,
    name: row.account_name,
    isEmailVerified: row.is_email_verified,
    preferences: toPreferences({
      ...row,
      locale: row.account_locale,
      time_zone: row.account_time_zone,
    }),
    membership: toMembership(row),
  }));
}

/** The workspace and scopes of a live API key, or null. */
export async function resolveApiKey(sha256: string): Promise<ApiKeyRow | null> {
  const [row] = await prisma().$queryRaw<(TenantColumns & { key_id: string; scopes: string[] })[]>`
    SELECT * FROM resolve_api_key(${sha256})`;
  return row ? { keyId: row.key_id, scopes: row.scopes, workspace: toWorkspace(row) } : null;
}

/** Every workspace: for jobs that go through all of them. */
export async function listWorkspaces(): Promise<Workspace[]> {
  const rows = await prisma().$queryRaw<TenantColumns[]>`SELECT * FROM list_tenants()`;
  return rows.map(toWorkspace);
}

/** A workspace by id or slug, for jobs and the command line; null when there is none. */
export async function findWorkspace(idOrSlug: string): Promise<Workspace | null> {
  const [row] = await prisma().$queryRaw<TenantColumns[]>`
    SELECT * FROM list_tenants() WHERE slug = ${idOrSlug} OR tenant_id::text = ${idOrSlug}`;
  return row ? toWorkspace(row) : null;
}

/** When each member of the workspace of `tx` last used it, by membership; who never did is not in it. */
export async function listLastSeen(tx: TenantTx): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.$queryRaw<{ membership_id: string; seen_at: Date }[]>`
    SELECT * FROM list_last_seen()`;
  return new Map(rows.map((row) => [row.membership_id, row.seen_at]));
}

/** Delete sessions, rate-limit counters, links by mail and mails whose time is over; returns how many. */
export async function purgeExpired(): Promise<number> {
  const [row] = await prisma().$queryRaw<{ purged: number }[]>`SELECT purge_expired() AS purged`;
  return row?.purged ?? 0;
}

/** Whether the database answers. */
export async function ping(): Promise<void> {
  await prisma().$queryRaw`SELECT 1`;
}

type CredentialsRow = {
  account_id: string;
  password_hash: string | null;
  session_version: number;
  totp_secret: string | null;
  email_verified_at: Date | null;
};

type TenantColumns = {
  tenant_id: string;
  slug: string;
  tenant_name: string;
  currency: string;
  time_zone: string;
  locale: string;
};

type ResolvedSession = TenantColumns & {
  account_id: string;
  email: string;
  account_name: string;
  is_email_verified: boolean;
  account_locale: string | null;
  account_time_zone: string | null;
  theme: string;
  density: string;
  has_single_keys: boolean;
  membership_id: string | null;
  role: string | null;
  department_ids: string[];
  is_last: boolean;
  needs_sign_in: boolean;
};

export type PreferenceColumns = {
  locale: string | null;
  time_zone: string | null;
  theme: string;
  density: string;
  has_single_keys: boolean;
};

/** The preferences of an account's row. */
export function toPreferences(row: PreferenceColumns): Preferences {
  return {
    locale: row.locale,
    timeZone: row.time_zone,
    theme: THEMES.find((theme) => theme === row.theme) ?? "system",
    density: DENSITIES.find((density) => density === row.density) ?? "comfortable",
    hasSingleKeys: row.has_single_keys,
  };
}

function toWorkspace(row: TenantColumns): Workspace {
  return {
    id: row.tenant_id,
    slug: row.slug,
    name: row.tenant_name,
    currency: row.currency,
    timeZone: row.time_zone,
    locale: row.locale,
  };
}

function toMembership(row: ResolvedSession): SessionRow["membership"] {
  if (!row.membership_id || !row.role || !isRole(row.role)) return null;
  return {
    id: row.membership_id,
    role: row.role,
    departmentIds: row.department_ids,
    workspace: toWorkspace(row),
    isLastUsed: row.is_last,
    needsSignIn: row.needs_sign_in,
  };
}
