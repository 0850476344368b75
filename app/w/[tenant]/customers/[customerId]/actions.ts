"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { recordConsent, unmergeCustomers } from "#lib/customers/index.ts";
import { RecordConsent, UnmergeCustomers } from "#lib/customers/schema.ts";

/** Say for what a customer's data may be used. */
export const recordConsentAction = tenantAction({
  permission: "customer:write",
  input: RecordConsent,
  run: recordConsent,
  after: refresh,
});

/** Take a merge back. */
export const unmergeAction = tenantAction({
  permission: "customer:write",
  input: UnmergeCustomers,
  run: unmergeCustomers,
  after: refresh,
});

function refresh(session: MemberSession): void {
  revalidatePath(`/w/${session.workspace.slug}/customers`, "layout");
}
