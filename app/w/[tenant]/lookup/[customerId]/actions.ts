"use server";

import { tenantAction } from "#lib/actions/tenant-action.ts";
import { ShowPhone, showPhone } from "#lib/lookup/index.ts";

/** Show a phone number whole, for a reason that the log keeps. */
export const showPhoneAction = tenantAction({
  permission: "card:open",
  input: ShowPhone,
  run: showPhone,
});
