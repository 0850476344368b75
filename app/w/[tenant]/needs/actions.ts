"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  archiveNeed,
  BringBackNeed,
  bringBackNeed,
  ChangeNeed,
  CreateNeed,
  changeNeed,
  createNeed,
  DeleteNeed,
  deleteNeed,
  MapQuestion,
  mapQuestion,
  RateNeed,
  RemoveRating,
  rateNeed,
  removeRating,
  restoreNeed,
  SeenNeed,
  UnmapQuestion,
  unmapQuestion,
} from "#lib/needs/index.ts";

/** Put a need on the register and go there. */
export const createNeedAction = tenantAction({
  permission: "need:write",
  input: CreateNeed,
  run: createNeed,
  after: (session, { id }) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/needs/${id}`);
  },
});

/** Say a need otherwise. */
export const changeNeedAction = tenantAction({
  permission: "need:write",
  input: ChangeNeed,
  run: changeNeed,
  after: refresh,
});

/** Put a need away. */
export const archiveNeedAction = tenantAction({
  permission: "need:write",
  input: SeenNeed,
  run: archiveNeed,
  after: refresh,
});

/** Bring an archived need back. */
export const restoreNeedAction = tenantAction({
  permission: "need:write",
  input: SeenNeed,
  run: restoreNeed,
  after: refresh,
});

/** Delete a need and go to the register. */
export const deleteNeedAction = tenantAction({
  permission: "need:write",
  input: DeleteNeed,
  run: deleteNeed,
  after: (session) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/needs`);
  },
});

/** Bring back a need that was deleted lately. */
export const bringBackNeedAction = tenantAction({
  permission: "need:write",
  input: BringBackNeed,
  run: bringBackNeed,
  after: refresh,
});

/** Say which question asks what of a need. */
export const mapQuestionAction = tenantAction({
  permission: "need:write",
  input: MapQuestion,
  run: mapQuestion,
  after: refresh,
});

/** Take a mapped question back. */
export const unmapQuestionAction = tenantAction({
  permission: "need:write",
  input: UnmapQuestion,
  run: unmapQuestion,
  after: refresh,
});

/** Write down what a report says of a need. */
export const rateNeedAction = tenantAction({
  permission: "need:write",
  input: RateNeed,
  run: rateNeed,
  after: refresh,
});

/** Take back what a report was said to tell. */
export const removeRatingAction = tenantAction({
  permission: "need:write",
  input: RemoveRating,
  run: removeRating,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/needs`, "layout");
}
