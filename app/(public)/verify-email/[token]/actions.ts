"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { verifyEmail } from "#lib/accounts/index.ts";
import { VerifyEmail } from "#lib/accounts/schema.ts";
import { accountAction } from "#lib/actions/account-action.ts";
import { endBrowserSession } from "#lib/actions/end-browser-session.ts";
import { textValues } from "#lib/actions/form-values.ts";
import { withAccounts } from "#lib/db/accounts.ts";

/** Note that the person signed in reads mail at their address, and go to their workspace. */
export const verifyEmailAction = accountAction({
  path: "/",
  input: VerifyEmail,
  run: (person, input) => withAccounts((tx) => verifyEmail(tx, person, input)),
  after: () => {
    revalidatePath("/", "layout");
    redirect("/");
  },
});

/** Sign out, sign in to the account that the link is for, and come back to it. */
export async function leaveToConfirmAction(form: FormData): Promise<void> {
  await endBrowserSession();
  const { token } = VerifyEmail.parse(textValues(form));
  const back = `/verify-email/${encodeURIComponent(token)}`;
  redirect(`/sign-in?to=${encodeURIComponent(back)}`);
}
