"use server";

import { tenantAction } from "#lib/actions/tenant-action.ts";
import { ReviseImport, reviseImport } from "#lib/imports/index.ts";

/** Check or import the file of a dry run again, mapped in another way. */
export const reviseImportAction = tenantAction({
  permission: "import:write",
  input: ReviseImport,
  run: reviseImport,
});
