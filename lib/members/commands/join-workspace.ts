import "server-only";
import { hashPassword } from "#lib/auth/password.ts";
import { hashOfToken, isMailProof } from "#lib/auth/secret-token.ts";
import { confirmEmail, createAccount, withAccounts } from "#lib/db/accounts.ts";
import { acceptInvitation, findInvitation, isActiveMember } from "#lib/db/invitation-links.ts";
import { newId } from "#lib/db/new-ids.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { InvitationToken, JoinWorkspace } from "../schema.ts";

export type Joined = { accountId: string; slug: string };

/**
 * Somebody without an account makes one by an invitation and joins. The address counts as verified only when the link
 * came by mail.
 *
 * @throws DomainError `not_found` for a link that is no good any more, `conflict` for an address that has an account
 */
export async function joinWorkspace(input: JoinWorkspace): Promise<Joined> {
  const sha256 = hashOfToken(input.token);
  const passwordHash = await hashPassword(input.password);
  return withAccounts(async (tx) => {
    const invitation = await findInvitation(tx, sha256);
    if (!invitation) throw noGood();
    const accountId = newId();
    const isMade = await createAccount(tx, {
      id: accountId,
      email: invitation.email,
      name: input.name,
      passwordHash,
      isEmailVerified: false,
    });
    if (!isMade)
      throw new DomainError(
        "conflict",
        "This address has an account. Sign in with it, then accept.",
      );
    const slug = await acceptInvitation(tx, { sha256, accountId, membershipId: newId() });
    if (!slug) throw noGood();
    if (isMailProof(input.token, input.mail)) await confirmEmail(tx, accountId);
    return { accountId, slug };
  });
}

/**
 * Somebody with an account accepts an invitation that was meant for their address.
 *
 * @throws DomainError `not_found` for a link that is no good any more, `forbidden` for another address,
 *   `conflict` for somebody who is a member already
 */
export async function acceptAsSelf(
  person: { accountId: string; email: string },
  { token, mail }: InvitationToken,
): Promise<Joined> {
  const sha256 = hashOfToken(token);
  return withAccounts(async (tx) => {
    const invitation = await findInvitation(tx, sha256);
    if (!invitation) throw noGood();
    if (invitation.email !== person.email)
      throw new DomainError("forbidden", `This invitation is for ${invitation.email}.`);
    const { accountId } = person;
    if (await isActiveMember(tx, accountId, invitation.workspace.id))
      throw new DomainError(
        "conflict",
        "You are a member already. The invitation changes nothing.",
      );
    const slug = await acceptInvitation(tx, { sha256, accountId, membershipId: newId() });
    if (!slug) throw noGood();
    if (isMailProof(token, mail)) await confirmEmail(tx, accountId);
    return { accountId, slug };
  });
}

function noGood(): DomainError {
  return new DomainError(
    "not_found",
    "This invitation was used, taken back or is too old. Ask for a new one.",
  );
}
