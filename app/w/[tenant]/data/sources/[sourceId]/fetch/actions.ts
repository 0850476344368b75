"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  askFetch,
  OfFetch,
  previewAddress,
  SetFetch,
  setFetch,
  stopFetch,
} from "#lib/source-fetch/index.ts";

/** Try an address and show its first rows, or have a source fetched from it. */
export const setFetchAction = tenantAction({
  permission: "source:write",
  input: SetFetch,
  prepare: (session, input) =>
    input.intent === "try" ? previewAddress(session, input) : Promise.resolve(null),
  run: async (tx, session, input, preview = null) => {
    if (preview === null) await setFetch(tx, session, input);
    const { secret: _, ...given } = input;
    return { preview, given };
  },
  after: (session, { preview, given }) => {
    if (preview) return;
    refresh(session);
    redirect(`/w/${session.workspace.slug}/data/sources/${given.sourceId}`);
  },
});

/** Fetch a source now. */
export const askFetchAction = tenantAction({
  permission: "source:write",
  input: OfFetch,
  run: askFetch,
  after: refresh,
});

/** Fetch a source no more. */
export const stopFetchAction = tenantAction({
  permission: "source:write",
  input: OfFetch,
  run: stopFetch,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/data/sources`, "layout");
}
