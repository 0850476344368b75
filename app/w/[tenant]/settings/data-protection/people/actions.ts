"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { ErasePerson } from "#lib/protection/schema.ts";

/** Words are looked for in every table of the workspace, and in files of up to 2 GB that wait or run. */
const ERASURE_MS = 300_000;

/** Erase a person. */
export const erasePersonAction = tenantAction({
  permission: "protection:write",
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}/settings/data-protection`),
  timeoutMs: ERASURE_MS,
  input: ErasePerson,
  run: erasePerson,
});
