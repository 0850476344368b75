"use server";

import { revalidatePath } from "next/cache";
import { operatorAction } from "#lib/actions/operator-action.ts";
import { discardDeadJob, retryDeadJob } from "#lib/operations/index.ts";
import { DeadJob } from "#lib/operations/schema.ts";

const after = () => revalidatePath("/admin");

/** Try a job again that was given up. */
export const retryDeadJobAction = operatorAction({
  what: "dead job retried",
  input: DeadJob,
  run: retryDeadJob,
  after,
});

/** Forget a job that was given up. */
export const discardDeadJobAction = operatorAction({
  what: "dead job discarded",
  input: DeadJob,
  run: discardDeadJob,
  after,
});
