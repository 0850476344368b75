"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  DeleteView,
  deleteView,
  RenameView,
  renameView,
  SaveView,
  ShareView,
  saveView,
  shareView,
  UpdateView,
  updateView,
} from "#lib/views/index.ts";

/** Keep the filters in the address under a name. */
export const saveViewAction = tenantAction({
  permission: "view:write",
  input: SaveView,
  run: saveView,
  after: showAgain,
});

/** Let a view show what the address shows now. */
export const updateViewAction = tenantAction({
  permission: "view:write",
  input: UpdateView,
  run: updateView,
  after: showAgain,
});

/** Give a view another name. */
export const renameViewAction = tenantAction({
  permission: "view:write",
  input: RenameView,
  run: renameView,
  after: showAgain,
});

/** Show a view to everybody, or to oneself again. */
export const shareViewAction = tenantAction({
  permission: "view:write",
  input: ShareView,
  run: shareView,
  after: showAgain,
});

/** Forget a view. */
export const deleteViewAction = tenantAction({
  permission: "view:write",
  input: DeleteView,
  run: deleteView,
  after: showAgain,
});

function showAgain({ workspace }: MemberSession): void {
  revalidatePath(`/w/${workspace.slug}`, "layout");
}
