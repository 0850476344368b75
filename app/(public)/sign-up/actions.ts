"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { makeWorkspace, signUp } from "#lib/accounts/index.ts";
import { MakeWorkspace, SignUp } from "#lib/accounts/schema.ts";
import { accountAction } from "#lib/actions/account-action.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { openBrowserSession } from "#lib/auth/open-browser-session.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { callerAddress } from "#lib/http/caller.ts";

const FIRST_VERSION = 1;

/** Make an account and a workspace, and go into it. */
export const signUpAction = publicAction({
  input: SignUp,
  run: async (input) => {
    await countUse("sign_up_address", await callerAddress());
    const { accountId, slug } = await withAccounts((tx) => signUp(tx, input));
    await openBrowserSession({ accountId, sessionVersion: FIRST_VERSION });
    return { slug };
  },
  after: ({ slug }) => redirect(`/w/${slug}`),
});

/** Make another workspace as the person signed in, and go into it. */
export const makeWorkspaceAction = accountAction({
  path: "/sign-up",
  input: MakeWorkspace,
  run: async (person, input) => {
    await countUse("sign_up_address", await callerAddress());
    return withAccounts((tx) => makeWorkspace(tx, person, input));
  },
  after: (_person, { slug }) => {
    revalidatePath("/", "layout");
    redirect(`/w/${slug}`);
  },
});
