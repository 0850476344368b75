"use server";

import { after } from "next/server";
import { askPasswordReset } from "#lib/accounts/index.ts";
import { AskPasswordReset } from "#lib/accounts/schema.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { callerAddress } from "#lib/http/caller.ts";

/** Send a link for a new password. The work comes after the answer, which is so the same for every address. */
export const askPasswordResetAction = publicAction({
  input: AskPasswordReset,
  run: async ({ email }) => {
    await countUse("reset_address", await callerAddress());
    await countUse("reset_account", email);
    after(() => withAccounts((tx) => askPasswordReset(tx, { email })));
    return { email };
  },
});
