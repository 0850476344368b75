"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/actions/account-action.ts";
import { takeBackWorkspace } from "#lib/protection/index.ts";
import { TakeBackWorkspace } from "#lib/protection/schema.ts";

/** Open a workspace of one's own again. */
export const takeBackAction = accountAction({
  path: "/closing",
  input: TakeBackWorkspace,
  run: takeBackWorkspace,
  after: (_person, { slug }) => redirect(`/w/${slug}`),
});
