"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { StopRun, startRun, stopRun } from "#lib/clv-runs/index.ts";
import { RunForm } from "#lib/clv-runs/run-form.ts";

export const startRunAction = tenantAction({
  permission: "value:write",
  input: RunForm,
  run: startRun,
  after: ({ workspace }, { id }) => {
    revalidatePath(`/w/${workspace.slug}/value`, "layout");
    redirect(`/w/${workspace.slug}/value/runs/${id}`);
  },
});

export const stopRunAction = tenantAction({
  permission: "value:write",
  input: StopRun,
  run: stopRun,
  after: ({ workspace }) => revalidatePath(`/w/${workspace.slug}/value`, "layout"),
});
