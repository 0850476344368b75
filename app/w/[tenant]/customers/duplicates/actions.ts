"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { dismissDuplicate, mergeCustomers } from "#lib/customers/index.ts";
import { DismissDuplicate, MergeCustomers } from "#lib/customers/schema.ts";

/** Make one customer of two and go there. */
export const mergeAction = tenantAction({
  permission: "customer:write",
  input: MergeCustomers,
  run: mergeCustomers,
  after: (session, { survivorId }) => leaveFor(session, survivorId),
});

/** Say that two customers are not the same, and go on to the next pair. */
export const dismissAction = tenantAction({
  permission: "customer:write",
  input: DismissDuplicate,
  run: dismissDuplicate,
  after: (session) => leaveFor(session, "duplicates"),
});

function leaveFor({ workspace }: MemberSession, page: string): never {
  const customers = `/w/${workspace.slug}/customers`;
  revalidatePath(customers, "layout");
  redirect(`${customers}/${page}`);
}
