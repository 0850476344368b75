"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { verifyEmail } from "#lib/accounts/index.ts";
import { VerifyEmail } from "#lib/accounts/schema.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { withAccounts } from "#lib/db/accounts.ts";

/** Note that the person reads mail at their address, and go to their workspace. */
export const verifyEmailAction = publicAction({
  input: VerifyEmail,
  run: (input) => withAccounts((tx) => verifyEmail(tx, input)),
  after: () => {
    revalidatePath("/", "layout");
    redirect("/sign-in?reason=email_verified");
  },
});
