import "server-only";
import { findMail, markMail } from "#lib/db/outbox.ts";
import { log } from "#lib/log.ts";
import { mailSettings, sendMail } from "./commands/send-mail.ts";
import { isRefusedForGood } from "./refusal.ts";

/**
 * Send one mail of the outbox; one that was sent or refused for good is left alone. It is marked after the server took it:
 * a crash in between sends it again under the same Message-ID.
 */
export async function sendQueuedMail({ mailId }: { mailId: string }): Promise<void> {
  const mail = await findMail(mailId);
  if (!mail) return;
  const settings = mailSettings();
  if (!settings) return markMail(mailId, "Mail is switched off: SMTP_URL is not set.");
  try {
    await sendMail(settings, mailId, mail);
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    log.warn({ mailId }, "mail refused for good");
    return markMail(mailId, error.message);
  }
  await markMail(mailId, null);
}

/** After the last try: note it, and keep none of its words. */
export function giveUpMail({ mailId }: { mailId: string }): Promise<void> {
  return markMail(mailId, "The mail server did not take it, however often it was tried.");
}
