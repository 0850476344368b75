import "server-only";
import { z } from "zod";
import { findCredentials, openSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { DomainError } from "#lib/errors/index.ts";
import { verifyPassword } from "./password.ts";
import { countUse, forgetUses } from "./rate-limit.ts";
import { SESSION_SECONDS } from "./session-cookie.ts";

export const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(1024),
});
export type SignIn = z.infer<typeof SignIn>;

/**
 * Check an address and a password and open a session. Known and unknown addresses get the same answer after the same time.
 *
 * @returns the id of the open session
 * @throws DomainError `unauthenticated`, or `too_many_requests` (10 tries in 15 minutes per account and caller)
 */
export async function signIn(
  input: SignIn,
  callerAddress: string,
  now = new Date(),
): Promise<string> {
  const pair = `${input.email}|${callerAddress}`;
  await countUse("sign_in_address", callerAddress);
  await countUse("sign_in_account", pair);

  const credentials = await findCredentials(input.email);
  const isRight = await verifyPassword(credentials?.passwordHash ?? null, input.password);
  if (!credentials || !isRight) {
    throw new DomainError("unauthenticated", "The e-mail address or the password is not right.");
  }

  await forgetUses("sign_in_account", pair);
  const id = newId();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await openSession({
    id,
    accountId: credentials.accountId,
    version: credentials.sessionVersion,
    expiresAt,
    userAgent: "",
    callerAddress,
  });
  return id;
}
