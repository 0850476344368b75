import "server-only";
import { findCredentials, sessionAgeSeconds } from "#lib/db/directory.ts";
import { DomainError } from "#lib/errors/index.ts";
import { checkPassword } from "./check-password.ts";
import { findOidcProvider } from "./oidc/provider.ts";

type Person = { accountId: string; email: string; sessionId: string | null };

/** How a signed-in person shows again who they are: by the password, by a sign-in of just now, or by a new one. */
export type Proof = "password" | "recent_sign_in" | "sign_in_again";

/** So long a sign-in at the provider counts as one of just now. */
const RECENT_SECONDS = 10 * 60;

/** How this person is to show again who they are; who has no password signed in at the provider, and does so again. */
export async function proofOf({ accountId, email, sessionId }: Person): Promise<Proof> {
  const credentials = await findCredentials(email);
  if (credentials?.passwordHash !== null || !findOidcProvider()) return "password";
  const age = sessionId === null ? null : await sessionAgeSeconds(accountId, sessionId);
  return age !== null && age < RECENT_SECONDS ? "recent_sign_in" : "sign_in_again";
}

/**
 * Ask a signed-in person for the password again; who has none must have signed in at the provider in the last ten minutes.
 *
 * @throws DomainError `conflict` when that is too long ago or there is no way to sign in, `invalid_input` for a wrong
 *   password, `too_many_requests` after ten
 */
export async function confirmPerson(person: Person, presentPassword: string): Promise<void> {
  const proof = await proofOf(person);
  if (proof === "password") return checkPassword(person, presentPassword);
  if (proof === "recent_sign_in") return;
  throw new DomainError(
    "conflict",
    "You have no password, and your sign-in was more than ten minutes ago. Load the page again and sign in first.",
  );
}
