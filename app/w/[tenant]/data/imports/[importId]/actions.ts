"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { CommitImport, commitImport, UndoImport, undoImport } from "#lib/imports/index.ts";

/** Import for real what a dry run has checked, and go and watch it. */
export const commitImportAction = tenantAction({
  permission: "import:write",
  input: CommitImport,
  run: commitImport,
  after: (session, { id }) => redirect(`/w/${session.workspace.slug}/data/imports/${id}`),
});

/** Take an import back; its page shows how far it is. */
export const undoImportAction = tenantAction({
  permission: "import:write",
  input: UndoImport,
  run: undoImport,
  after: ({ workspace }, { id }) => revalidatePath(`/w/${workspace.slug}/data/imports/${id}`),
});
