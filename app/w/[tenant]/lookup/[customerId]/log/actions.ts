"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  LogComplaint,
  LogContact,
  logComplaint,
  logContact,
  TakeBackContact,
  ThankCustomer,
  takeBackComplaint,
  takeBackContact,
  thankCustomer,
} from "#lib/lookup/index.ts";

/** Back on the card, where it now stands; what was just written down can be taken back there. */
function after({ workspace }: MemberSession, done: { customerId: string; key?: string }): never {
  const card = `/w/${workspace.slug}/lookup/${done.customerId}`;
  revalidatePath(card);
  redirect(done.key === undefined ? card : `${card}?written=${done.key}`);
}

/** The same for a complaint, which is taken back as one. */
function afterComplaint(session: MemberSession, done: { customerId: string; key: string }): never {
  const card = `/w/${session.workspace.slug}/lookup/${done.customerId}`;
  revalidatePath(card);
  redirect(`${card}?complaint=${done.key}`);
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
  after: afterComplaint,
});

/** Write down that a customer was thanked. */
export const thankCustomerAction = tenantAction({
  permission: "contact:write",
  input: ThankCustomer,
  run: thankCustomer,
  after,
});

/** Take back a complaint that was just written down. */
export const takeBackComplaintAction = tenantAction({
  permission: "contact:write",
  input: TakeBackContact,
  run: takeBackComplaint,
  after,
});

/** Take back a contact that was just written down. */
export const takeBackContactAction = tenantAction({
  permission: "contact:write",
  input: TakeBackContact,
  run: takeBackContact,
  after,
});
