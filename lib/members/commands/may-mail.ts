import "server-only";
import { hasUse } from "#lib/auth/rate-limit.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { isMailOn } from "#lib/mail/index.ts";
import type { InvitationMail } from "../types.ts";

/**
 * Whether an invitation may go out by mail, else why not; "sent" counts as one. Nobody whose own address is not
 * verified makes this installation write to strangers, and nobody makes it write often.
 */
export async function mayMail(
  tx: TenantTx,
  session: Session,
  email: string,
): Promise<InvitationMail> {
  if (!isMailOn()) return "off";
  if (!(await isVerified(tx, session))) return "unverified";
  if (!(await hasUse("invitation_mail_recipient", email))) return "too_many";
  return (await hasUse("invitation_mail_workspace", session.workspace.id)) ? "sent" : "too_many";
}

/** The operator, who set mail up, vouches for themselves. */
async function isVerified(tx: TenantTx, { actor }: Session): Promise<boolean> {
  if (actor.kind !== "member") return actor.kind === "operator";
  const account = await tx.account.findFirst({
    where: { id: actor.accountId },
    select: { emailVerifiedAt: true },
  });
  return account !== null && account.emailVerifiedAt !== null;
}
