import { makeMailer } from "#lib/mail/commands/send-mail.ts";

/** Run `work` with a connection to the mail server that is closed afterwards. */
export async function withMailer<T>(
  url: string,
  work: (mailer: ReturnType<typeof makeMailer>) => Promise<T>,
): Promise<T> {
  const mailer = makeMailer(url);
  try {
    return await work(mailer);
  } finally {
    mailer.close();
  }
}
