"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/actions/account-action.ts";
import { endBrowserSession } from "#lib/actions/end-browser-session.ts";
import { refused, refusedFields, textValues } from "#lib/actions/form-values.ts";
import type { ActionResult } from "#lib/actions/result.ts";
import { openBrowserSession } from "#lib/auth/open-browser-session.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { DomainError } from "#lib/errors/index.ts";
import { callerAddress } from "#lib/http/caller.ts";
import { acceptAsSelf, InvitationToken, JoinWorkspace, joinWorkspace } from "#lib/members/index.ts";

/** The first session version of a new account. */
const FIRST_VERSION = 1;

/** Make an account by an invitation, join, and be signed in. */
export async function joinAction(
  _previous: ActionResult<void> | null,
  form: FormData,
): Promise<ActionResult<void>> {
  const values = textValues(form);
  const parsed = JoinWorkspace.safeParse(values);
  if (!parsed.success) return refusedFields(parsed.error, values);
  let slug: string;
  try {
    await countUse("invitation_address", await callerAddress());
    const joined = await joinWorkspace(parsed.data);
    await openBrowserSession({ accountId: joined.accountId, sessionVersion: FIRST_VERSION });
    slug = joined.slug;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused(error, values);
  }
  redirect(`/w/${slug}`);
}

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
