"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/actions/account-action.ts";
import { endBrowserSession } from "#lib/actions/end-browser-session.ts";
import { textValues } from "#lib/actions/form-values.ts";
import { publicAction } from "#lib/actions/public-action.ts";
import { openBrowserSession } from "#lib/auth/open-browser-session.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { callerAddress } from "#lib/http/caller.ts";
import { acceptAsSelf, InvitationToken, JoinWorkspace, joinWorkspace } from "#lib/members/index.ts";

/** The first session version of a new account. */
const FIRST_VERSION = 1;

/** Make an account by an invitation, join, and be signed in. */
export const joinAction = publicAction({
  input: JoinWorkspace,
  run: async (input) => {
    await countUse("invitation_address", await callerAddress());
    const { accountId, slug } = await joinWorkspace(input);
    await openBrowserSession({ accountId, sessionVersion: FIRST_VERSION });
    return { slug };
  },
  after: ({ slug }) => redirect(`/w/${slug}`),
});

/** Accept an invitation as the person who is signed in. */
export const acceptAction = accountAction({
  path: "/",
  input: InvitationToken,
  run: async (person, input) => {
    await countUse("invitation_address", await callerAddress());
    return acceptAsSelf(person, input);
  },
  after: (_person, { slug }) => redirect(`/w/${slug}`),
});

/** Sign out and come back to the invitation. */
export async function leaveForInvitationAction(form: FormData): Promise<void> {
  await endBrowserSession();
  const { token, mail } = InvitationToken.parse(textValues(form));
  redirect(
    `/invitation/${encodeURIComponent(token)}${mail ? `?mail=${encodeURIComponent(mail)}` : ""}`,
  );
}
