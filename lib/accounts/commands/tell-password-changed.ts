import "server-only";
import { type AccountTx, findAccount } from "#lib/db/accounts.ts";
import { env } from "#lib/env.ts";
import { postLetter } from "#lib/mail/index.ts";
import { passwordChangedLetter } from "../letters.ts";

/** Write to the person that the password is another now: a stranger's change is noticed so. */
export async function tellPasswordChanged(tx: AccountTx, accountId: string): Promise<void> {
  const account = await findAccount(tx, accountId);
  if (!account) return;
  const href = `${env().APP_URL}/forgot-password`;
  await postLetter(tx, account.email, passwordChangedLetter(account.name, href));
}
