import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { resolveSession, type SessionRow, touchSession } from "#lib/db/directory.ts";
import { ROLE_PERMISSIONS } from "./permissions.ts";
import { readSessionCookie } from "./session-cookie.ts";
import type { MemberSession } from "./types.ts";

type SignedIn = {
  name: string;
  email: string;
  /** The last used first. */
  workspaces: readonly { slug: string; name: string }[];
};

/** The session's rows, read once per request: a revoked session or a changed role binds at the next one. */
const readRows = cache(async (): Promise<{ id: string; rows: SessionRow[] } | null> => {
  const id = await readSessionCookie();
  if (!id) return null;
  const rows = await resolveSession(id);
  return rows.length > 0 ? { id, rows } : null;
});

/** Who is signed in in this browser, or null. */
export async function findSignedIn(): Promise<SignedIn | null> {
  const [first, ...others] = (await readRows())?.rows ?? [];
  if (!first) return null;
  return { name: first.name, email: first.email, workspaces: workspacesOf([first, ...others]) };
}

/** The signed-in member of the workspace in the URL; redirects to sign-in, or 404s for a stranger. */
export async function requireSession(tenantSlug: string): Promise<MemberSession> {
  const found = await readRows();
  if (!found) redirect(`/sign-in?to=${encodeURIComponent(`/w/${tenantSlug}`)}`);
  return (await memberOf(found, tenantSlug)) ?? notFound();
}

/** Like requireSession, for route handlers: null instead of a redirect or a page. */
export async function findSession(
  tenantSlug: string,
): Promise<MemberSession | "signed_out" | null> {
  const found = await readRows();
  return found ? memberOf(found, tenantSlug) : "signed_out";
}

async function memberOf(
  { id, rows }: { id: string; rows: SessionRow[] },
  slug: string,
): Promise<MemberSession | null> {
  const row = rows.find(({ membership }) => membership?.workspace.slug === slug);
  if (!row?.membership) return null;
  const { membership } = row;
  if (!membership.isLastUsed) await touchSession(id, membership.workspace.id);
  return {
    workspace: membership.workspace,
    actor: {
      kind: "member",
      accountId: row.accountId,
      membershipId: membership.id,
      role: membership.role,
      name: row.name,
      email: row.email,
      departmentIds: membership.departmentIds,
    },
    permissions: new Set(ROLE_PERMISSIONS[membership.role]),
    workspaces: workspacesOf(rows),
  };
}

function workspacesOf(rows: readonly SessionRow[]): { slug: string; name: string }[] {
  return rows.flatMap(({ membership }) =>
    membership ? [{ slug: membership.workspace.slug, name: membership.workspace.name }] : [],
  );
}
