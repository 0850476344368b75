import "server-only";
import type { Role } from "#lib/auth/permissions.ts";
import { mailProofOf, newSecretToken } from "#lib/auth/secret-token.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { type Letter, postLetter } from "#lib/mail/index.ts";
import type { InvitationLink } from "../types.ts";
import { mayMail } from "./may-mail.ts";

/** Words the mail that carries a link, in the inviter's hand. */
export type WriteLetter = (invitation: { name: string; role: Role; url: string }) => Letter;

export type NewLink = { sha256: string; post: (tx: TenantTx) => Promise<InvitationLink> };

/** A new secret for an invitation. `post` sends it where mail may go and gives back what may be shown, once. */
export function makeLink(
  session: Session,
  invitee: { email: string; name: string; role: Role; isRenewed: boolean },
  write: WriteLetter,
): NewLink {
  const { token, sha256 } = newSecretToken();
  const url = new URL(`/invitation/${token}`, env().APP_URL);
  // Only the mail proves the mailbox: whoever copies the link from the screen must not vouch for an address.
  const mailed = new URL(url);
  mailed.searchParams.set("mail", mailProofOf(token));
  const post = async (tx: TenantTx) => {
    const { email, name, role, isRenewed } = invitee;
    const mail = await mayMail(tx, session, email);
    if (mail === "sent") await postLetter(tx, email, write({ name, role, url: mailed.href }));
    return { email, url: url.href, mail, isRenewed };
  };
  return { sha256, post };
}
