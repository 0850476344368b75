import "server-only";
import { createTransport } from "nodemailer";
import { findMail, markMail } from "#lib/db/outbox.ts";
import { env } from "#lib/env.ts";

/** Send one mail of the outbox; a mail that was sent already is left alone. */
export async function sendQueuedMail({ mailId }: { mailId: string }): Promise<void> {
  const mail = await findMail(mailId);
  const url = env().SMTP_URL;
  if (!mail || !url) return;
  await createTransport(url).sendMail({ ...mail, from: env().MAIL_FROM, messageId: mailId });
  await markMail(mailId, null);
}
