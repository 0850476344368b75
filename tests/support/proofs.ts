import { asOwner } from "./owner.ts";

/** A second step, a recovery code and a provider, as somebody would set them up in an account. */
export function giveProofs(accountId: string): Promise<void> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    await client.query(
      "UPDATE account SET totp_secret = 'sealed', totp_confirmed_at = now() WHERE id = $1",
      [accountId],
    );
    await client.query("SELECT replace_recovery_codes($1, ARRAY['code'])", [accountId]);
    await client.query("SELECT link_identity('https://login.example', $2, $1)", [
      accountId,
      `subject of ${accountId}`,
    ]);
    await client.query("COMMIT");
  });
}

export type Proofs = { totp: number; codes: number; identities: number };

/** How many of each an account holds. */
export function proofsOf(accountId: string): Promise<Proofs | undefined> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<Proofs>(
      `SELECT (SELECT count(*)::int FROM account WHERE id = $1 AND totp_secret IS NOT NULL) AS totp,
         (SELECT count(*)::int FROM account_recovery_code WHERE account_id = $1) AS codes,
         (SELECT count(*)::int FROM account_identity WHERE account_id = $1) AS identities`,
      [accountId],
    );
    await client.query("ROLLBACK");
    return rows[0];
  });
}
