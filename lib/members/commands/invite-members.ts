import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { invitationEnd } from "../invitation-state.ts";
import type { Invitee } from "../parse-addresses.ts";
import type { InviteMembers } from "../schema.ts";
import type { InvitationLink } from "../types.ts";
import { makeLink, type WriteLetter } from "./make-link.ts";
import { requireDepartments } from "./require-departments.ts";

type Options = { write: WriteLetter; now?: Date };

/**
 * Invite people: each gets a link that is good for seven days, shown once and sent where
 * mail may go. An address that is
 * invited already gets a new link with the new role.
 *
 * @throws DomainError `conflict` when an address is a member's, `invalid_input` for a department that is none or archived
 */
export async function inviteMembers(
  tx: TenantTx,
  session: Session,
  { emails, role, departmentIds }: InviteMembers,
  { write, now: givenNow }: Options,
): Promise<InvitationLink[]> {
  const now = givenNow ?? (await databaseNow(tx));
  await requireDepartments(tx, departmentIds);
  await requireStrangers(tx, emails);
  const links: InvitationLink[] = [];
  for (const invitee of emails) {
    const isRenewed = await takeBackOpen(tx, invitee.email, now);
    const link = makeLink(session, { ...invitee, role, isRenewed }, write);
    const id = newId();
    await tx.invitation.create({
      data: {
        ...invitee,
        id,
        role,
        departmentIds,
        sha256: link.sha256,
        invitedBy: session.actor.kind === "member" ? session.actor.membershipId : null,
        expiresAt: invitationEnd(now),
      },
      select: { id: true },
    });
    await recordEvent(tx, session, {
      action: isRenewed ? "member.invitation_renewed" : "member.invited",
      object: { type: "invitation", id },
      after: { role, departmentIds },
    });
    links.push(await link.post(tx));
  }
  return links;
}

/** An account is visible here only while its person is or was a member. */
async function requireStrangers(tx: TenantTx, invitees: readonly Invitee[]): Promise<void> {
  const accounts = await tx.account.findMany({
    where: { email: { in: invitees.map(({ email }) => email) } },
    select: { id: true, name: true, email: true },
  });
  const active = await tx.membership.findMany({
    where: { accountId: { in: accounts.map(({ id }) => id) }, deactivatedAt: null },
    select: { accountId: true },
  });
  const members = accounts.filter(({ id }) => active.some(({ accountId }) => accountId === id));
  if (members.length === 0) return;
  const names = members.map(({ name, email }) => `${name} (${email})`).join(", ");
  const message = `Already in this workspace: ${names}. Take them out of the list.`;
  throw new DomainError("conflict", message, { fields: { emails: [message] } });
}

/** Whether the address had an invitation nobody used; its link is no good any more. */
async function takeBackOpen(tx: TenantTx, email: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0;
}
