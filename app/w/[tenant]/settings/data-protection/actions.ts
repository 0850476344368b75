"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { askExport, closeWorkspace, erasePerson } from "#lib/protection/index.ts";
import { CloseWorkspace, ErasePerson, Nothing } from "#lib/protection/schema.ts";

/** Words are looked for in every table of the workspace. */
const ERASURE_MS = 120_000;

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/settings/data-protection`);

/** Ask for an archive of everything. */
export const askExportAction = tenantAction({
  permission: "protection:write",
  after,
  input: Nothing,
  run: askExport,
});

/** Erase a person. */
export const erasePersonAction = tenantAction({
  permission: "protection:write",
  after,
  timeoutMs: ERASURE_MS,
  input: ErasePerson,
  run: erasePerson,
});

/** Close the workspace, and let it be deleted in 30 days. */
export const closeWorkspaceAction = tenantAction({
  permission: "protection:write",
  after: () => redirect("/closing"),
  input: CloseWorkspace,
  run: closeWorkspace,
});
