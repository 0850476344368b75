"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { SetRetention, setRetention } from "#lib/workspaces/index.ts";

/** Choose how long things are kept. */
export const setRetentionAction = tenantAction({
  permission: "retention:write",
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}`, "layout"),
  input: SetRetention,
  run: setRetention,
});
