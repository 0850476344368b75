"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { askExport, closeWorkspace } from "#lib/protection/index.ts";
import { CloseWorkspace, Nothing } from "#lib/protection/schema.ts";

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/settings/data-protection`);

/** Ask for an archive of everything. */
export const askExportAction = tenantAction({
  permission: "protection:write",
  after,
  input: Nothing,
  run: async (tx, session) => {
    await countMemberUse(session, "export_ask");
    return askExport(tx, session);
  },
});

/** Close the workspace, and let it be deleted in 30 days. */
export const closeWorkspaceAction = tenantAction({
  permission: "protection:write",
  after: () => redirect("/closing"),
  input: CloseWorkspace,
  run: closeWorkspace,
});
