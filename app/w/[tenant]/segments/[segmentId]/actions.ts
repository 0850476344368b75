"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { LeaveList, leaveList } from "#lib/segments/index.ts";

/** Take a customer off a segment that is a list. */
export const leaveListAction = tenantAction({
  permission: "segment:write",
  input: LeaveList,
  run: leaveList,
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}/segments`, "layout"),
});
