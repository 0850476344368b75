"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { SavePolicy, savePolicy, UndoPolicy, undoPolicy } from "#lib/tiers/index.ts";

/** The policy shows on every customer's page and card. */
const after = ({ workspace }: MemberSession) => revalidatePath(`/w/${workspace.slug}`, "layout");

/** Save tiers, their treatment and the floor. */
export const savePolicyAction = tenantAction({
  permission: "value:write",
  input: SavePolicy,
  run: savePolicy,
  after,
});

/** Take the last change of the policy back. */
export const undoPolicyAction = tenantAction({
  permission: "value:write",
  input: UndoPolicy,
  run: undoPolicy,
  after,
});
