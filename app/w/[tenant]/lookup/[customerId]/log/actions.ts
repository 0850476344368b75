"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { LogComplaint, LogContact, logComplaint, logContact } from "#lib/lookup/index.ts";

/** Back on the card, where it now stands. */
function after({ workspace }: MemberSession, { customerId }: { customerId: string }): never {
  const card = `/w/${workspace.slug}/lookup/${customerId}`;
  revalidatePath(card);
  redirect(card);
}

/** Write down a contact. */
export const logContactAction = tenantAction({
  permission: "contact:write",
  input: LogContact,
  run: logContact,
  after,
});

/** Write down a complaint. */
export const logComplaintAction = tenantAction({
  permission: "contact:write",
  input: LogComplaint,
  run: logComplaint,
  after,
});
