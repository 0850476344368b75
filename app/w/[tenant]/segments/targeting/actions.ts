"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  DeclineTarget,
  declineTarget,
  JudgeTarget,
  judgeTarget,
  RankTarget,
  RestoreTarget,
  RestoreWeights,
  rankTarget,
  restoreTarget,
  restoreWeights,
  SetWeights,
  setWeights,
} from "#lib/segments/index.ts";

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/segments/targeting`, "layout");

/** Say how well a segment fits and can be served. */
export const judgeTargetAction = tenantAction({
  permission: "segment:write",
  input: JudgeTarget,
  run: judgeTarget,
  after,
});

/** Give a segment its rank by hand. */
export const rankTargetAction = tenantAction({
  permission: "segment:write",
  input: RankTarget,
  run: rankTarget,
  after,
});

/** Note why a segment is not served first. */
export const declineTargetAction = tenantAction({
  permission: "segment:write",
  input: DeclineTarget,
  run: declineTarget,
  after,
});

/** Say how much each factor counts. */
export const setWeightsAction = tenantAction({
  permission: "segment:write",
  input: SetWeights,
  run: setWeights,
  after,
});

/** Say of a segment again what was said before. */
export const restoreTargetAction = tenantAction({
  permission: "segment:write",
  input: RestoreTarget,
  run: restoreTarget,
  after,
});

/** Let the factors count again as they did. */
export const restoreWeightsAction = tenantAction({
  permission: "segment:write",
  input: RestoreWeights,
  run: restoreWeights,
  after,
});
