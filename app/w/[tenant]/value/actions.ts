"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import { setAsOf } from "#lib/value/index.ts";
import { SetAsOf } from "#lib/value/schema.ts";

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/value`, "layout");

export const setAsOfAction = tenantAction({
  permission: "value:write",
  input: SetAsOf,
  run: async (tx, session, input) => {
    await setAsOf(tx, session, input);
    await enqueueValueRefresh(tx, session.workspace.id);
  },
  after,
});

/** Have value computed again; nothing changes but what is computed from orders and rates. */
export const computeAgainAction = tenantAction({
  permission: "value:write",
  input: z.object({}),
  run: (tx, session) => enqueueValueRefresh(tx, session.workspace.id),
  after,
});
