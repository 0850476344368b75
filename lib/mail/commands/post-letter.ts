import "server-only";
import type { AccountTx } from "#lib/db/accounts.ts";
import { newId } from "#lib/db/new-ids.ts";
import { queueMail } from "#lib/db/outbox.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { enqueueMail } from "#lib/jobs/enqueue.ts";
import { renderText } from "../render-letter.ts";
import type { Letter } from "../types.ts";

/** Whether mail can be sent at all; without it links are shown to be copied. */
export function isMailOn(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Put a letter into the outbox, in the transaction of what causes it; the worker sends it. Nothing happens without SMTP. */
export async function postLetter(
  tx: TenantTx | AccountTx,
  to: string,
  letter: Letter,
): Promise<void> {
  if (!isMailOn()) return;
  const id = newId();
  await queueMail(tx, id, { to, subject: letter.subject, text: renderText(letter), html: "" });
  await enqueueMail(tx, id);
}
