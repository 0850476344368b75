"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { finishSignIn } from "#lib/accounts/index.ts";
import { EnterCode, EnterRecoveryCode } from "#lib/accounts/schema.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { readCaller } from "#lib/auth/caller.ts";
import { openBrowserSession } from "#lib/auth/open-browser-session.ts";
import { ownPath } from "#lib/auth/own-path.ts";
import { readPendingSignIn } from "#lib/auth/pending-sign-in.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { env } from "#lib/env.ts";

const Target = z.object({ to: z.string().default("/") });
const goTo = ({ to }: { to: string }) => redirect(ownPath(to, env().APP_URL));

/** The second step by a code of the app. */
export const enterCodeAction = publicAction({
  input: EnterCode.and(Target),
  run: finish,
  after: goTo,
});

/** The second step by a recovery code. */
export const enterRecoveryCodeAction = publicAction({
  input: EnterRecoveryCode.and(Target),
  run: finish,
  after: goTo,
});

async function finish({
  to,
  ...proof
}: { to: string } & ({ code: string } | { recoveryCode: string })) {
  const waiting = { pending: await readPendingSignIn(), caller: await readCaller() };
  await openBrowserSession(await withAccounts((tx) => finishSignIn(tx, waiting, proof)));
  return { to };
}
