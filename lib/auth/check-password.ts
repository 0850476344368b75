import "server-only";
import { findCredentials } from "#lib/db/directory.ts";
import { DomainError } from "#lib/errors/index.ts";
import { verifyPassword } from "./password.ts";
import { countUse, returnUse } from "./rate-limit.ts";

type Person = { accountId: string; email: string };

const NONE = "You have no password yet. Ask for a link to choose one first.";
const MISSING = "Give your present password.";
const WRONG = "This is not your present password.";

/**
 * Ask a signed-in person for the password again.
 *
 * @throws DomainError `conflict` for somebody without one, who comes by a provider, `invalid_input` for a wrong one,
 *   `too_many_requests` after ten
 */
export async function checkPassword({ accountId, email }: Person, password: string): Promise<void> {
  const credentials = await findCredentials(email);
  if (credentials?.passwordHash === null) throw new DomainError("conflict", NONE);
  if (password === "")
    throw new DomainError("invalid_input", MISSING, { fields: { presentPassword: [MISSING] } });
  await countUse("password_check", accountId);
  const isRight = await verifyPassword(credentials?.passwordHash ?? null, password);
  if (!isRight) {
    throw new DomainError("invalid_input", WRONG, { fields: { presentPassword: [WRONG] } });
  }
  await returnUse("password_check", accountId);
}
