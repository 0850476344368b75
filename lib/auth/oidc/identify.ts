import "server-only";
import { identityLinkedLetter } from "#lib/accounts/letters.ts";
import { findIdentity, linkIdentity } from "#lib/db/account-proofs.ts";
import {
  type AccountTx,
  createAccount,
  findAccount,
  recordAccountEvent,
  revokeOtherSessions,
  withAccounts,
} from "#lib/db/accounts.ts";
import { type Credentials, findCredentials } from "#lib/db/directory.ts";
import { hasOpenInvitation } from "#lib/db/invitation-links.ts";
import { newId } from "#lib/db/new-ids.ts";
import { env } from "#lib/env.ts";
import { postLetter } from "#lib/mail/index.ts";
import type { ProviderPerson } from "./claims.ts";
import type { OidcProblem } from "./problems.ts";

export type Identified =
  | { account: { accountId: string; sessionVersion: number } }
  | { problem: OidcProblem };

/**
 * Whose account a person at the provider may enter. Issuer and subject decide; only the first time does the e-mail address,
 * and then both sides must have verified it: whoever can name an address must not take over its account.
 */
export async function identify(
  person: ProviderPerson,
  { isSignUpOpen }: { isSignUpOpen: boolean },
): Promise<Identified> {
  const account = person.email === null ? null : await findCredentials(person.email);
  return withAccounts(async (tx) => {
    const known = await enter(tx, person);
    if (known) return known;
    const problem = await introduce(tx, person, { account, isSignUpOpen });
    return problem ? { problem } : ((await enter(tx, person)) ?? { problem: "failed" });
  });
}

async function enter(
  tx: AccountTx,
  { issuer, subject }: ProviderPerson,
): Promise<Identified | null> {
  const identity = await findIdentity(tx, issuer, subject);
  if (!identity) return null;
  if (identity.isDisabled) return { problem: "disabled" };
  return { account: identity };
}

/** Link a person seen for the first time to their account, made when there is none; returns why not. */
async function introduce(
  tx: AccountTx,
  person: ProviderPerson,
  { account, isSignUpOpen }: { account: Credentials | null; isSignUpOpen: boolean },
): Promise<OidcProblem | null> {
  const { email } = person;
  if (email === null) return "noEmail";
  if (!person.isEmailVerified) return "unverifiedEmail";
  if (account)
    return account.isEmailVerified ? join(tx, person, account.accountId) : "unverifiedAccount";
  if (!isSignUpOpen && !(await hasOpenInvitation(tx, email))) return "closed";
  const id = newId();
  const made = { id, email, name: person.name, passwordHash: null, isEmailVerified: true };
  // Taken and yet not found: that account is switched off.
  return (await createAccount(tx, made)) ? link(tx, person, id) : "disabled";
}

/** Link an account that was there before. Whoever opened it so far signs in anew, and its owner hears of it by mail. */
async function join(tx: AccountTx, person: ProviderPerson, accountId: string): Promise<null> {
  await link(tx, person, accountId);
  const ended = await revokeOtherSessions(tx, accountId, null);
  if (ended > 0) await recordAccountEvent(tx, accountId, "account.sessions_ended");
  const account = await findAccount(tx, accountId);
  if (!account) return null;
  const href = `${env().APP_URL}/forgot-password`;
  await postLetter(tx, account.email, identityLinkedLetter(account.name, env().OIDC_NAME, href));
  return null;
}

async function link(
  tx: AccountTx,
  { issuer, subject }: ProviderPerson,
  accountId: string,
): Promise<null> {
  await linkIdentity(tx, { issuer, subject, accountId });
  await recordAccountEvent(tx, accountId, "account.identity_linked");
  return null;
}
