import "server-only";
import type { Caller } from "./caller.ts";
import { countUse, forgetUses, type Limit, returnUse } from "./rate-limit.ts";

/** A try to sign in, as it is counted. `deviceId` is null in a browser the account was never used in. */
export type SignInTry = { email: string; address: Caller["address"]; deviceId: string | null };

/**
 * Count a try. A known browser has a counter of its own, so that nobody's guessing keeps the owner out. What one limit
 * refuses does not count for the next: one address cannot use up the limit of an account for everybody.
 *
 * @throws DomainError `too_many_requests`
 */
export async function countSignInTry(given: SignInTry): Promise<void> {
  for (const [limit, key] of countersOf(given)) await countUse(limit, key);
}

/** The try was right: it was no guess, and the guesses before it from the same place are forgotten. */
export async function forgiveSignInTry(given: SignInTry): Promise<void> {
  const [own, ...others] = countersOf(given);
  if (own) await forgetUses(...own);
  for (const [limit, key] of others) await returnUse(limit, key);
}

function countersOf({
  email,
  address,
  deviceId,
}: SignInTry): readonly (readonly [Limit, string])[] {
  if (deviceId !== null) return [["sign_in_device", `${email}|${deviceId}`]];
  return [
    ["sign_in_pair", `${email}|${address}`],
    ["sign_in_address", address],
    ["sign_in_account", email],
  ];
}
