import "server-only";
import { z } from "zod";
import { readDatabaseNow } from "#lib/db/database-now.ts";
import { findCredentials } from "#lib/db/directory.ts";
import { DomainError } from "#lib/errors/index.ts";
import { type Caller, deviceOf } from "./caller.ts";
import { verifyPassword } from "./password.ts";
import { countSignInTry, forgiveSignInTry } from "./sign-in-limits.ts";

export const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(1024),
});
export type SignIn = z.infer<typeof SignIn>;

/** Somebody who gave the right password. With `needsCode` they are not signed in before a code. */
export type Recognised = {
  accountId: string;
  email: string;
  sessionVersion: number;
  needsCode: boolean;
  /** By the database's clock; ISO 8601 in UTC */
  givenAt: string;
};

/**
 * Check an address and a password. Known and unknown addresses get the same answer after the same time.
 *
 * @throws DomainError `unauthenticated`, or `too_many_requests` by the limits of sign-in-limits.ts
 */
export async function signIn(input: SignIn, caller: Caller): Promise<Recognised> {
  const { email, password } = input;
  const credentials = await findCredentials(email);
  const deviceId = deviceOf(caller, credentials?.accountId);
  const given = { email, address: caller.address, deviceId };
  await countSignInTry(given);

  const isRight = await verifyPassword(credentials?.passwordHash ?? null, password);
  if (!credentials || !isRight) {
    throw new DomainError("unauthenticated", "The e-mail address or the password is not right.");
  }

  await forgiveSignInTry(given);
  const { accountId, sessionVersion, totpSecret } = credentials;
  const givenAt = (await readDatabaseNow()).toISOString();
  return { accountId, email, sessionVersion, needsCode: totpSecret !== null, givenAt };
}
