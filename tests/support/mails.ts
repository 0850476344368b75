import { asOwner } from "./owner.ts";

export type PostedMail = { subject: string; text: string };

/** The mails that wait for `address`, the newest first. */
export function mailsTo(address: string): Promise<PostedMail[]> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<PostedMail>(
      "SELECT subject, text FROM outbox_mail WHERE to_address = $1 ORDER BY id DESC",
      [address],
    );
    await client.query("ROLLBACK");
    return rows;
  });
}

/** The secret at the end of the link of the newest mail to `address`. */
export async function tokenMailedTo(address: string): Promise<string> {
  const [mail] = await mailsTo(address);
  const token = mail?.text.match(/\/(?:reset-password|verify-email)\/([\w-]{43})/)?.[1];
  if (!token) throw new Error(`No link was mailed to ${address}.`);
  return token;
}
