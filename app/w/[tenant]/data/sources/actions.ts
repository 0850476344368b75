"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  archiveSource,
  CreateSource,
  createSource,
  DescribeSource,
  describeSource,
  markSourceUsed,
  RenameSource,
  renameSource,
  restoreSource,
  SeenSource,
  UseSource,
} from "#lib/sources/index.ts";

/** Put a source on the register and go there. */
export const createSourceAction = tenantAction({
  permission: "source:write",
  input: CreateSource,
  run: createSource,
  after: (session, { id }) => {
    refresh(session);
    redirect(`/w/${session.workspace.slug}/data/sources/${id}`);
  },
});

/** Give a source another name. */
export const renameSourceAction = tenantAction({
  permission: "source:write",
  input: RenameSource,
  run: renameSource,
  after: refresh,
});

/** Say what a source is. */
export const describeSourceAction = tenantAction({
  permission: "source:write",
  input: DescribeSource,
  run: describeSource,
  after: refresh,
});

/** Say when a decision last rested on a source. */
export const markSourceUsedAction = tenantAction({
  permission: "source:write",
  input: UseSource,
  run: markSourceUsed,
  after: refresh,
});

/** Put a source away. */
export const archiveSourceAction = tenantAction({
  permission: "source:write",
  input: SeenSource,
  run: archiveSource,
  after: refresh,
});

/** Bring an archived source back. */
export const restoreSourceAction = tenantAction({
  permission: "source:write",
  input: SeenSource,
  run: restoreSource,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/data/sources`, "layout");
}
