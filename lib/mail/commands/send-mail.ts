import "server-only";
import { createTransport } from "nodemailer";
import type { Mail } from "#lib/db/outbox.ts";
import { env } from "#lib/env.ts";
import { oneLine } from "../one-line.ts";
import type { MailSettings } from "../types.ts";

const CONNECT_MS = 10_000;
/** A server that is slow to say yes has often said it by then; a second try would send the mail twice. */
const ANSWER_MS = 60_000;

const kept = globalThis as typeof globalThis & { throughlineMailer?: Mailer };
type Mailer = ReturnType<typeof makeMailer>;

/** How mail goes out here, or null while it is switched off. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, APP_URL } = env();
  return url && from ? { url, from, host: new URL(APP_URL).hostname } : null;
}

/** A connection to the mail server that is used again for the next mail. */
export function makeMailer(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Hand one mail to the mail server; `id` makes its Message-ID, the same at every try. Throws what the server answers. */
export async function sendMail(settings: MailSettings, id: string, mail: Mail): Promise<void> {
  kept.throughlineMailer ??= makeMailer(settings.url);
  await deliver(kept.throughlineMailer, settings, { ...mail, id });
}

/** Hand one mail to the server behind `mailer`. */
export async function deliver(
  mailer: Mailer,
  settings: MailSettings,
  { id, to, subject, text, html }: Mail & { id: string },
): Promise<void> {
  await mailer.sendMail({
    from: oneLine(settings.from),
    // An object, so that a comma in the address does not make two of it.
    to: { name: "", address: oneLine(to) },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${id}@${settings.host}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
