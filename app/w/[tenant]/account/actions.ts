"use server";

import { revalidatePath } from "next/cache";
import {
  askPasswordReset,
  cancelTwoStep,
  changePassword,
  confirmTwoStep,
  endOtherSessions,
  endSession,
  renewRecoveryCodes,
  saveProfile,
  sendVerification,
  startTwoStep,
  turnOffTwoStep,
} from "#lib/accounts/index.ts";
import {
  ChangePassword,
  ConfirmByBoth,
  EndSession,
  EnterCode,
  Nothing,
  SaveProfile,
  SetTheme,
} from "#lib/accounts/schema.ts";
import { accountAction } from "#lib/actions/account-action.ts";
import { writeLook } from "#lib/auth/look.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { setTheme, withAccounts } from "#lib/db/accounts.ts";

// Everything here is about the person signed in, whatever workspace they are in.
const path = "/";
const drawAgain = () => revalidatePath("/", "layout");

/** Save name and preferences. */
export const saveProfileAction = accountAction({
  path,
  input: SaveProfile,
  run: async (person, input) => {
    await withAccounts((tx) => saveProfile(tx, person, input));
    await writeLook(input);
  },
  after: drawAgain,
});

/** Keep the theme that the switch in the top bar was set to. */
export const setThemeAction = accountAction({
  path,
  input: SetTheme,
  run: ({ accountId }, { theme }) => withAccounts((tx) => setTheme(tx, accountId, theme)),
});

/** Set a new password and end every other session. */
export const changePasswordAction = accountAction({
  path,
  input: ChangePassword,
  run: (person, input) => withAccounts((tx) => changePassword(tx, person, input)),
  after: drawAgain,
});

/** Send the person a link to choose a password. */
export const sendPasswordLinkAction = accountAction({
  path,
  input: Nothing,
  run: async ({ email }) => {
    await countUse("reset_account", email);
    await withAccounts((tx) => askPasswordReset(tx, { email }));
  },
});

/** Make a secret for an authenticator. */
export const startTwoStepAction = accountAction({
  path,
  input: Nothing,
  run: (person) => withAccounts((tx) => startTwoStep(tx, person)),
  after: drawAgain,
});

/** Forget a secret that no code has confirmed. */
export const cancelTwoStepAction = accountAction({
  path,
  input: Nothing,
  run: (person) => withAccounts((tx) => cancelTwoStep(tx, person)),
  after: drawAgain,
});

/** Turn the second step on by its first code. */
export const confirmTwoStepAction = accountAction({
  path,
  input: EnterCode,
  run: (person, input) => withAccounts((tx) => confirmTwoStep(tx, person, input)),
  after: drawAgain,
});

/** Ten new recovery codes. */
export const renewRecoveryCodesAction = accountAction({
  path,
  input: ConfirmByBoth,
  run: (person, input) => withAccounts((tx) => renewRecoveryCodes(tx, person, input)),
  after: drawAgain,
});

/** Turn the second step off. */
export const turnOffTwoStepAction = accountAction({
  path,
  input: ConfirmByBoth,
  run: (person, input) => withAccounts((tx) => turnOffTwoStep(tx, person, input)),
  after: drawAgain,
});

/** End one session of one's own. */
export const endSessionAction = accountAction({
  path,
  input: EndSession,
  run: (person, input) => withAccounts((tx) => endSession(tx, person, input)),
  after: drawAgain,
});

/** End every session but this one. */
export const endOtherSessionsAction = accountAction({
  path,
  input: Nothing,
  run: (person) => withAccounts((tx) => endOtherSessions(tx, person)),
  after: drawAgain,
});

/** Ask by mail once more whether the address is right. */
export const sendVerificationAction = accountAction({
  path,
  input: Nothing,
  run: async (person) => {
    await countUse("verification_mail", person.accountId);
    await withAccounts((tx) => sendVerification(tx, person));
  },
});
