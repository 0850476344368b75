import { randomUUID } from "node:crypto";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findInvitation } from "#lib/db/invitation-links.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  getPeople,
  InviteMembers,
  inviteMembers,
  joinWorkspace,
  renewInvitation,
  revokeInvitation,
} from "#lib/members/index.ts";
import { writeTestLetter } from "./people.ts";

const PASSWORD = "four words nobody guesses";

export type InviteOptions = { departmentIds?: string; now?: Date; role?: string };

/** An address that nobody was invited at before. */
export const newAddress = () => `new-${randomUUID()}@example.com`;

/** The secret in an invitation's link. */
export const tokenOf = (link: { url: string } | undefined) =>
  new URL(link?.url ?? "").pathname.split("/")[2] ?? "";

/** What a link leads to. */
export const lookAt = (token: string) =>
  withAccounts((tx) => findInvitation(tx, hashOfToken(token)));

/** Join with name and password; `mail` is what only the mailed link carries. */
export const join = (token: string, mail = "") =>
  joinWorkspace({ token, mail, name: "Nia New", password: PASSWORD });

/** Who a test's member is outside of any workspace. */
export function selfOf(session: Session) {
  if (session.actor.kind !== "member") throw new Error("A test session is a member's.");
  return { accountId: session.actor.accountId, email: session.actor.email };
}

/** What an owner does with invitations. */
export function invitationsOf(owner: Session) {
  const write = writeTestLetter;
  const invite = (emails: string, more: InviteOptions = {}) => {
    const { now = new Date(), role = "frontline", departmentIds = "" } = more;
    const input = InviteMembers.parse({ emails, role, departmentIds });
    return withTenant(owner, "member:write", (tx) =>
      inviteMembers(tx, owner, input, { write, now }),
    );
  };
  const open = (session = owner) =>
    withTenant(session, "member:read", async (tx) => (await getPeople(tx, new Date())).invitations);
  const renew = (invitationId: string) =>
    withTenant(owner, "member:write", (tx) =>
      renewInvitation(tx, owner, { invitationId }, { write }),
    );
  const revoke = (invitationId: string) =>
    withTenant(owner, "member:write", (tx) => revokeInvitation(tx, owner, { invitationId }));
  /** The link of a new invitation, and who it is for. */
  const linkFor = async (email: string, more: InviteOptions = {}) => {
    const [link] = await invite(email, more);
    const id = (await open()).find((each) => each.email === email)?.id ?? "";
    return { token: tokenOf(link), id };
  };
  return { invite, open, renew, revoke, linkFor };
}
