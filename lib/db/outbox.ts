import "server-only";
import { prisma, type Transaction } from "./client.ts";

/** Mail that waits to be sent: a row of the outbox, whatever workspace it came from. */
export type Mail = { to: string; subject: string; text: string; html: string };

/** Put a mail into the outbox in the transaction of what causes it. */
export async function queueMail(tx: Transaction, id: string, mail: Mail): Promise<void> {
  await tx.$queryRaw`
    SELECT queue_mail(${id}::uuid, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html})::text`;
}

/** A mail that was neither sent nor refused for good yet, or null. */
export async function findMail(id: string): Promise<Mail | null> {
  const [row] = await prisma().$queryRaw<MailColumns[]>`SELECT * FROM find_mail(${id}::uuid)`;
  return row
    ? { to: row.to_address, subject: row.subject, text: row.text_body, html: row.html_body }
    : null;
}

/** Note that a mail was sent, or why it never will be; its words are forgotten. */
export async function markMail(id: string, failure: string | null): Promise<void> {
  await prisma().$queryRaw`SELECT mark_mail(${id}::uuid, ${failure})::text`;
}

type MailColumns = { to_address: string; subject: string; text_body: string; html_body: string };
