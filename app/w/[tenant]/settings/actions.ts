"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { SetRates, setRates } from "#lib/workspaces/index.ts";

/** Save the rates that turn revenue into profit. */
export const setRatesAction = tenantAction({
  permission: "workspace:write",
  input: SetRates,
  run: setRates,
  after: (session) => revalidatePath(`/w/${session.workspace.slug}`, "layout"),
});
