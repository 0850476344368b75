import type pg from "pg";
import { z } from "zod";
import { DomainError } from "#lib/errors/index.ts";
import { findActiveAccount } from "../accounts.ts";
import { Email } from "../fields.ts";
import { recordOperatorAccountEvent } from "../record-event.ts";

export const ResetTwoStep = z.object({ email: Email });
export type ResetTwoStep = z.input<typeof ResetTwoStep>;

/**
 * Turn the second step of a person off who has neither phone nor recovery codes any more; the recovery codes are gone.
 *
 * @throws DomainError `not_found` when no active account has the address, `conflict` when the second step is off
 */
export async function resetTwoStep(
  client: pg.Client,
  given: ResetTwoStep,
): Promise<{ email: string }> {
  const { email } = ResetTwoStep.parse(given);
  const { id } = await findActiveAccount(client, email);
  const { rowCount } = await client.query(
    "SELECT 1 FROM account WHERE id = $1 AND totp_confirmed_at IS NOT NULL",
    [id],
  );
  if (!rowCount) throw new DomainError("conflict", `Two-step sign-in of ${email} is off already.`);
  // Only the definer role may touch recovery codes; the owner of the tables may become it.
  await client.query("SET LOCAL ROLE app_definer");
  await client.query("SELECT remove_totp($1)", [id]);
  await client.query("RESET ROLE");
  await recordOperatorAccountEvent(client, id, "account.totp_off");
  return { email };
}
