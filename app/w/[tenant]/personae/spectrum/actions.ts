"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  AddStage,
  AdoptStages,
  addStage,
  adoptStages,
  archiveStage,
  ChangeStage,
  changeStage,
  MoveStage,
  moveStage,
  NamedStage,
  restoreStage,
} from "#lib/experience/index.ts";

/** Make the usual stages one's own. */
export const adoptStagesAction = tenantAction({
  permission: "persona:write",
  input: AdoptStages,
  run: adoptStages,
  after: refresh,
});

/** Add a stage after the last. */
export const addStageAction = tenantAction({
  permission: "persona:write",
  input: AddStage,
  run: addStage,
  after: refresh,
});

/** Rename and describe a stage. */
export const changeStageAction = tenantAction({
  permission: "persona:write",
  input: ChangeStage,
  run: changeStage,
  after: refresh,
});

/** Move a stage one place. */
export const moveStageAction = tenantAction({
  permission: "persona:write",
  input: MoveStage,
  run: moveStage,
  after: refresh,
});

/** Put a stage away. */
export const archiveStageAction = tenantAction({
  permission: "persona:write",
  input: NamedStage,
  run: archiveStage,
  after: refresh,
});

/** Bring a stage back. */
export const restoreStageAction = tenantAction({
  permission: "persona:write",
  input: NamedStage,
  run: restoreStage,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/personae`, "layout");
}
