"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import {
  ChangeEndpoint,
  CreateEndpoint,
  CreateHook,
  changeEndpoint,
  createEndpoint,
  createHook,
  deleteEndpoint,
  deleteHook,
  OfEndpoint,
  OfHook,
  ReplayDelivery,
  RotateHookSecret,
  replayDelivery,
  rotateEndpointSecret,
  rotateHookSecret,
  SwitchEndpoint,
  SwitchHook,
  switchEndpoint,
  switchHook,
} from "#lib/webhooks/index.ts";

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/settings/webhooks`, "layout");

/** What was deleted has no page any more. */
const afterDelete = (session: MemberSession) => {
  after(session);
  redirect(`/w/${session.workspace.slug}/settings/webhooks`);
};

/** Make a webhook; the answer holds its secret, this once. */
export const createEndpointAction = tenantAction({
  permission: "webhook:write",
  after,
  input: CreateEndpoint,
  run: createEndpoint,
});

/** Write another address or other events. */
export const changeEndpointAction = tenantAction({
  permission: "webhook:write",
  after,
  input: ChangeEndpoint,
  run: changeEndpoint,
});

/** Give a webhook a new secret; the answer holds it, this once. */
export const rotateEndpointSecretAction = tenantAction({
  permission: "webhook:write",
  after,
  input: OfEndpoint,
  run: rotateEndpointSecret,
});

/** Switch a webhook on or off. */
export const switchEndpointAction = tenantAction({
  permission: "webhook:write",
  after,
  input: SwitchEndpoint,
  run: switchEndpoint,
});

/** Delete a webhook with its log. */
export const deleteEndpointAction = tenantAction({
  permission: "webhook:write",
  after: afterDelete,
  input: OfEndpoint,
  run: deleteEndpoint,
});

/** Send a message again. */
export const replayDeliveryAction = tenantAction({
  permission: "webhook:write",
  after,
  input: ReplayDelivery,
  run: replayDelivery,
});

/** Make an incoming hook; the answer holds its secret, this once. */
export const createHookAction = tenantAction({
  permission: "webhook:write",
  after,
  input: CreateHook,
  run: createHook,
});

/** Give an incoming hook a new secret; the answer holds it, this once. */
export const rotateHookSecretAction = tenantAction({
  permission: "webhook:write",
  after,
  input: RotateHookSecret,
  run: rotateHookSecret,
});

/** Switch an incoming hook on or off. */
export const switchHookAction = tenantAction({
  permission: "webhook:write",
  after,
  input: SwitchHook,
  run: switchHook,
});

/** Delete an incoming hook; what came stays. */
export const deleteHookAction = tenantAction({
  permission: "webhook:write",
  after: afterDelete,
  input: OfHook,
  run: deleteHook,
});
