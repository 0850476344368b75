"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { ForgetMapping, forgetMapping } from "#lib/imports/index.ts";

/** Forget how files with certain headers were mapped; the file at hand is then read by its headers. */
export const forgetMappingAction = tenantAction({
  permission: "import:write",
  input: ForgetMapping,
  run: forgetMapping,
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}/data`, "layout"),
});
