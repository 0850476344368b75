import "server-only";
import type { AccountTx } from "#lib/db/accounts.ts";
import { newId } from "#lib/db/new-ids.ts";
import { queueMail } from "#lib/db/outbox.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueMail } from "#lib/jobs/enqueue.ts";
import { renderPlainHtml } from "../render-plain-html.ts";
import { renderText } from "../render-text.ts";
import type { Letter } from "../types.ts";
import { mailSettings } from "./send-mail.ts";

/** Whether mail can be sent at all; without it links are shown to be copied. */
export function isMailOn(): boolean {
  return mailSettings() !== null;
}

/** Put a letter into the outbox, in the transaction of what causes it; the worker sends it. Nothing happens without SMTP. */
export async function postLetter(
  tx: TenantTx | AccountTx,
  to: string,
  letter: Letter,
): Promise<void> {
  if (!isMailOn()) return;
  const { renderHtml } = await import("./render-html.ts");
  await post(tx, to, letter, await renderHtml(letter));
}

/** The same in plain dress, for letters of the worker: what draws the other takes 50 MB, which an import may need. */
export async function postPlainLetter(
  tx: TenantTx | AccountTx,
  to: string,
  letter: Letter,
): Promise<void> {
  if (isMailOn()) await post(tx, to, letter, renderPlainHtml(letter));
}

async function post(
  tx: TenantTx | AccountTx,
  to: string,
  letter: Letter,
  html: string,
): Promise<void> {
  const id = newId();
  await queueMail(tx, id, { to, subject: letter.subject, text: renderText(letter), html });
  await enqueueMail(tx, id);
}
