import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { resolveSession, type SessionRow, touchSession } from "#lib/db/directory.ts";
import { ROLE_PERMISSIONS } from "./permissions.ts";
import { readSessionCookie } from "./session-cookie.ts";
import type { Formats, MemberSession, SignedIn, Workspace } from "./types.ts";

/** The session's rows, read once per request: a revoked session or a changed role binds at the next one. */
const readRows = cache(async (): Promise<Found | null> => {
  const id = await readSessionCookie();
  if (!id) return null;
  const [first, ...others] = await resolveSession(id);
  return first ? { id, rows: [first, ...others] } : null;
});

/** Who is signed in in this browser, or null. */
export async function findSignedIn(): Promise<SignedIn | null> {
  const found = await readRows();
  return found ? personOf(found) : null;
}

/** Who is signed in; redirects to the sign-in and back to `path` when nobody is. */
export async function requireSignedIn(path: string): Promise<SignedIn> {
  return (await findSignedIn()) ?? redirect(await signInAddress(path));
}

/**
 * The signed-in member of the workspace in the URL. Redirects to the sign-in when nobody is signed in or the role changed
 * since; 404s for a stranger.
 */
export async function requireSession(tenantSlug: string): Promise<MemberSession> {
  const path = `/w/${tenantSlug}`;
  const found = await readRows();
  if (!found) redirect(await signInAddress(path));
  const session = await memberOf(found, tenantSlug);
  if (session === "needs_sign_in") redirect(`${await signInAddress(path)}&reason=access_changed`);
  return session ?? notFound();
}

/** Like requireSession, for route handlers: null instead of a redirect or a page. */
export async function findSession(
  tenantSlug: string,
): Promise<MemberSession | "signed_out" | null> {
  const found = await readRows();
  const session = found ? await memberOf(found, tenantSlug) : "signed_out";
  return session === "needs_sign_in" ? "signed_out" : session;
}

/** The sign-in, and back to the page that was asked for: proxy.ts notes its path and query. */
async function signInAddress(fallback: string): Promise<string> {
  const asked = (await headers()).get("x-asked-for") ?? fallback;
  return `/sign-in?to=${encodeURIComponent(asked)}`;
}

type Found = { id: string; rows: readonly [SessionRow, ...SessionRow[]] };

async function memberOf(
  found: Found,
  slug: string,
): Promise<MemberSession | "needs_sign_in" | null> {
  const row = found.rows.find(({ membership }) => membership?.workspace.slug === slug);
  if (!row?.membership) return null;
  const { membership } = row;
  if (membership.needsSignIn) return "needs_sign_in";
  await touchSession(found.id, membership.workspace.id);
  const requestId = (await headers()).get("x-request-id");
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
    person: personOf(found),
    formats: formatsOf(membership.workspace, row),
    ...(requestId ? { requestId } : {}),
  };
}

function formatsOf(workspace: Workspace, { preferences }: SessionRow): Formats {
  return {
    locale: preferences.locale ?? workspace.locale,
    timeZone: preferences.timeZone ?? workspace.timeZone,
    currency: workspace.currency,
  };
}

function personOf({ id, rows }: Found): SignedIn {
  const [{ accountId, name, email, isEmailVerified, preferences }] = rows;
  const workspaces = rows.flatMap(({ membership }) =>
    membership ? [{ slug: membership.workspace.slug, name: membership.workspace.name }] : [],
  );
  return { sessionId: id, accountId, name, email, isEmailVerified, preferences, workspaces };
}
