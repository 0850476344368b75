"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { AcceptSuggestion, acceptSuggestion, askSuggestions } from "#lib/segments/index.ts";

/** Have groups of customers looked for. */
export const askSuggestionsAction = tenantAction({
  permission: "segment:write",
  input: z.object({}),
  run: (tx, session) => askSuggestions(tx, session),
  after: ({ workspace }: MemberSession) =>
    revalidatePath(`/w/${workspace.slug}/segments`, "layout"),
});

/** Make a segment of a suggested group. */
export const acceptSuggestionAction = tenantAction({
  permission: "segment:write",
  input: AcceptSuggestion,
  run: acceptSuggestion,
  after: ({ workspace }, { id }) => {
    revalidatePath(`/w/${workspace.slug}/segments`, "layout");
    redirect(`/w/${workspace.slug}/segments/${id}`);
  },
});
