"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import {
  RenameWorkspace,
  renameWorkspace,
  SetCurrency,
  SetFormats,
  SetRates,
  setCurrency,
  setFormats,
  setRates,
} from "#lib/workspaces/index.ts";

/** Every page of the workspace shows its name, its formats or what follows from its rates. */
const after = ({ workspace }: MemberSession) => revalidatePath(`/w/${workspace.slug}`, "layout");

/** Give the workspace another name. */
export const renameWorkspaceAction = tenantAction({
  permission: "workspace:write",
  after,
  input: RenameWorkspace,
  run: renameWorkspace,
});

/** Choose the currency, while there are no amounts. */
export const setCurrencyAction = tenantAction({
  permission: "workspace:write",
  after,
  input: SetCurrency,
  run: setCurrency,
});

/** Choose where days begin and how numbers are written. */
export const setFormatsAction = tenantAction({
  permission: "workspace:write",
  after,
  input: SetFormats,
  run: setFormats,
});

/** Save the rates that turn revenue into profit, and have profit computed with them. */
export const setRatesAction = tenantAction({
  permission: "workspace:write",
  after,
  input: SetRates,
  run: async (tx, session, input) => {
    await setRates(tx, session, input);
    await enqueueValueRefresh(tx, session.workspace.id);
  },
});
