"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { chooseAttributeType, markSensitive } from "#lib/customers/index.ts";
import { ChooseAttributeType, MarkSensitive } from "#lib/customers/schema.ts";

/** Say what kind of value an attribute holds. */
export const chooseAttributeTypeAction = tenantAction({
  permission: "customer:write",
  input: ChooseAttributeType,
  run: chooseAttributeType,
  after: (session) => revalidatePath(`/w/${session.workspace.slug}/customers`, "layout"),
});

/** Say whether an attribute is sensitive. */
export const markSensitiveAction = tenantAction({
  permission: "customer:write",
  input: MarkSensitive,
  run: markSensitive,
  after: (session) => revalidatePath(`/w/${session.workspace.slug}`, "layout"),
});
