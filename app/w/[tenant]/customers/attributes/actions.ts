"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { chooseAttributeType } from "#lib/customers/index.ts";
import { ChooseAttributeType } from "#lib/customers/schema.ts";

/** Say what kind of value an attribute holds. */
export const chooseAttributeTypeAction = tenantAction({
  permission: "customer:write",
  input: ChooseAttributeType,
  run: chooseAttributeType,
  after: (session) => revalidatePath(`/w/${session.workspace.slug}/customers`, "layout"),
});
