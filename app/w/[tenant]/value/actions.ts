"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { setAsOf } from "#lib/value/index.ts";
import { SetAsOf } from "#lib/value/schema.ts";

export const setAsOfAction = tenantAction({
  permission: "value:write",
  input: SetAsOf,
  run: async (tx, session, input) => {
    await setAsOf(tx, session, input);
    await enqueueValueRefresh(tx, session.workspace.id);
  },
  after: (session) => revalidatePath(`/w/${session.workspace.slug}/value`),
});
