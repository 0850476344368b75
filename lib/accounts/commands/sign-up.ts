import "server-only";
import { hashPassword } from "#lib/auth/password.ts";
import { type AccountTx, createAccount } from "#lib/db/accounts.ts";
import { newId } from "#lib/db/new-ids.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SignUp } from "../schema.ts";
import { makeWorkspace } from "./make-workspace.ts";
import { sendVerification } from "./send-verification.ts";

const TAKEN = "This address has an account. Sign in instead.";

/**
 * Make an account and its first workspace, and ask by mail whether the address is right.
 *
 * @throws DomainError `conflict` when the address has an account, `forbidden` where the operator closed the sign-up
 */
export async function signUp(
  tx: AccountTx,
  input: SignUp,
  now?: Date,
): Promise<{ accountId: string; slug: string }> {
  const { name, email, password } = input;
  const accountId = newId();
  const passwordHash = await hashPassword(password);
  const made = { id: accountId, email, name, passwordHash, isEmailVerified: false };
  if (!(await createAccount(tx, made))) {
    throw new DomainError("conflict", TAKEN, { fields: { email: [TAKEN] } });
  }
  const { slug } = await makeWorkspace(tx, { accountId }, input);
  await sendVerification(tx, { accountId, email, name }, now);
  return { accountId, slug };
}
