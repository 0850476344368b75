"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  archiveSegment,
  ChangeSegmentForm,
  CreateSegmentForm,
  changeSegment,
  createSegment,
  deleteSegment,
  OrderPrimary,
  orderPrimary,
  restoreSegment,
  SeenSegment,
} from "#lib/segments/index.ts";

/** Make a segment of a rule and go there. */
export const createSegmentAction = tenantAction({
  permission: "segment:write",
  input: CreateSegmentForm,
  run: createSegment,
  after: goTo,
});

/** Change a segment and go back to it. */
export const changeSegmentAction = tenantAction({
  permission: "segment:write",
  input: ChangeSegmentForm,
  run: changeSegment,
  after: goTo,
});

/** Put a segment away. */
export const archiveSegmentAction = tenantAction({
  permission: "segment:write",
  input: SeenSegment,
  run: archiveSegment,
  after: refresh,
});

/** Bring an archived segment back. */
export const restoreSegmentAction = tenantAction({
  permission: "segment:write",
  input: SeenSegment,
  run: restoreSegment,
  after: refresh,
});

/** Delete a segment that nothing uses, and go to the others. */
export const deleteSegmentAction = tenantAction({
  permission: "segment:write",
  input: SeenSegment,
  run: deleteSegment,
  after: (session) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/segments`);
  },
});

/** Say which segments are the primary segmentation, and in which order. */
export const orderPrimaryAction = tenantAction({
  permission: "segment:write",
  input: OrderPrimary,
  run: orderPrimary,
  after: refresh,
});

function goTo(session: MemberSession, { id }: { id: string }): never {
  refresh(session);
  redirect(`/w/${session.workspace.slug}/segments/${id}`);
}

function refresh({ workspace }: MemberSession): void {
  revalidatePath(`/w/${workspace.slug}/segments`, "layout");
}
