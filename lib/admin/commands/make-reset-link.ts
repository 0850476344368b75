import type pg from "pg";
import { z } from "zod";
import { newSecretToken } from "#lib/auth/secret-token.ts";
import { findActiveAccount } from "../accounts.ts";
import { Email } from "../fields.ts";
import { recordOperatorAccountEvent } from "../record-event.ts";

export const MakeResetLink = z.object({ email: Email, appUrl: z.url() });
export type MakeResetLink = z.input<typeof MakeResetLink>;

export type MadeResetLink = { email: string; link: string; expiresAt: string };

const HOUR_MS = 60 * 60 * 1000;

/**
 * Make a link by which a person chooses a new password: good once, for an hour.
 *
 * @throws DomainError `not_found` when no active account has the address
 */
export async function makeResetLink(
  client: pg.Client,
  given: MakeResetLink,
  now?: Date,
): Promise<MadeResetLink> {
  const { email, appUrl } = MakeResetLink.parse(given);
  const account = await findActiveAccount(client, email);
  const { token, sha256 } = newSecretToken();
  const { rows } = await client.query<{ now: Date }>("SELECT now() AS now");
  const madeAt = now ?? rows[0]?.now ?? new Date();
  const expiresAt = new Date(madeAt.getTime() + HOUR_MS).toISOString();
  // Only the definer role may write links; the owner of the tables may become it.
  await client.query("SET LOCAL ROLE app_definer");
  await client.query("SELECT make_account_token($1, 'reset_password', $2, $3)", [
    sha256,
    account.id,
    expiresAt,
  ]);
  await client.query("RESET ROLE");
  await recordOperatorAccountEvent(client, account.id, "account.reset_link_made");
  return { email, link: `${appUrl.replace(/\/$/, "")}/reset-password/${token}`, expiresAt };
}
