import "server-only";
import { type Caller, deviceOf } from "#lib/auth/caller.ts";
import { PENDING_SECONDS, type PendingSignIn } from "#lib/auth/pending-sign-in.ts";
import type { AccountTx } from "#lib/db/accounts.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { findCredentials } from "#lib/db/directory.ts";
import { DomainError } from "#lib/errors/index.ts";
import { checkCode } from "./check-code.ts";
import { checkRecoveryCode } from "./check-recovery-code.ts";

export type SecondProof = { code: string } | { recoveryCode: string };
type Waiting = { pending: PendingSignIn | null; caller: Caller; now?: Date };

/**
 * The second step of a sign-in: a code or a recovery code of the person who gave the password.
 *
 * @throws DomainError `unauthenticated` when the first step is over or was too long ago, `invalid_input`,
 *   `too_many_requests`
 */
export async function finishSignIn(
  tx: AccountTx,
  { pending, caller, now }: Waiting,
  proof: SecondProof,
): Promise<{ accountId: string; sessionVersion: number }> {
  const credentials = pending && (await findCredentials(pending.email));
  const isSame =
    credentials?.accountId === pending?.accountId &&
    credentials?.sessionVersion === pending?.sessionVersion;
  if (!credentials || !isSame || (await isOver(tx, pending))) {
    throw new DomainError("unauthenticated", "That took too long. Start again with your password.");
  }
  const { accountId, sessionVersion, totpSecret } = credentials;
  const owner = { accountId, totpSecret, deviceId: deviceOf(caller, accountId) };
  if ("code" in proof) await checkCode(tx, owner, { code: proof.code, ...(now ? { now } : {}) });
  else await checkRecoveryCode(tx, owner, proof.recoveryCode);
  return { accountId, sessionVersion };
}

/** By the clock that noted when the password was given: cookies end by whatever clock a process has. */
async function isOver(tx: AccountTx, pending: PendingSignIn | null): Promise<boolean> {
  const givenMs = Date.parse(pending?.givenAt ?? "");
  return !((await databaseNow(tx)).getTime() - givenMs < PENDING_SECONDS * 1000);
}
