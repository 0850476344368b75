import "server-only";
import { isRole, type Role } from "#lib/auth/permissions.ts";
import type { AccountTx } from "./accounts.ts";

/** What an invitation says to the person who holds its link. */
export type OpenInvitation = {
  email: string;
  name: string;
  role: Role;
  workspace: { id: string; name: string; slug: string };
  departments: readonly string[];
  /** null when the operator invited, or whoever did is gone */
  inviterName: string | null;
  expiresAt: Date;
  /** Whether the address has an account already: then its owner signs in instead of choosing a password */
  hasAccount: boolean;
};

/** The invitation a link leads to; null when it was used, taken back, or is too old. */
export async function findInvitation(
  tx: AccountTx,
  sha256: string,
): Promise<OpenInvitation | null> {
  const [row] = await tx.$queryRaw<InvitationColumns[]>`SELECT * FROM find_invitation(${sha256})`;
  if (!row || !isRole(row.role)) return null;
  return {
    email: row.email,
    name: row.invited_name,
    role: row.role,
    workspace: { id: row.tenant_id, name: row.tenant_name, slug: row.slug },
    departments: row.departments,
    inviterName: row.inviter_name,
    expiresAt: row.expires_at,
    hasAccount: row.has_account,
  };
}

/** Whether the person belongs to that workspace now. */
export async function isActiveMember(
  tx: AccountTx,
  accountId: string,
  tenantId: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ answer: boolean }[]>`
    SELECT is_active_member(${accountId}::uuid, ${tenantId}::uuid) AS answer`;
  return row?.answer === true;
}

/** The slug of the workspace joined; null when the link is no good, meant for another address, or for a member. */
export async function acceptInvitation(
  tx: AccountTx,
  given: { sha256: string; accountId: string; membershipId: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ slug: string | null }[]>`
    SELECT accept_invitation(${given.sha256}, ${given.accountId}::uuid, ${given.membershipId}::uuid) AS slug`;
  return row?.slug ?? null;
}

/** Whether an invitation waits for a person of that address, in any workspace. */
export async function hasOpenInvitation(tx: AccountTx, email: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ answer: boolean }[]>`
    SELECT has_open_invitation(${email}) AS answer`;
  return row?.answer === true;
}

type InvitationColumns = {
  tenant_id: string;
  email: string;
  invited_name: string;
  role: string;
  tenant_name: string;
  slug: string;
  departments: string[];
  inviter_name: string | null;
  expires_at: Date;
  has_account: boolean;
};
