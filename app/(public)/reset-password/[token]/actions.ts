"use server";

import { redirect } from "next/navigation";
import { resetPassword } from "#lib/accounts/index.ts";
import { ResetPassword } from "#lib/accounts/schema.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { clearSessionCookie } from "#lib/auth/session-cookie.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { callerAddress } from "#lib/http/caller.ts";

/** Set the password that the holder of a link chose, and go to the sign-in. */
export const resetPasswordAction = publicAction({
  input: ResetPassword,
  run: async (input) => {
    await countUse("reset_address", await callerAddress());
    await withAccounts((tx) => resetPassword(tx, input));
    await clearSessionCookie();
  },
  after: () => redirect("/sign-in?reason=password_reset"),
});
