export { changeEndpoint } from "./commands/change-endpoint.ts";
export { createEndpoint } from "./commands/create-endpoint.ts";
export { createHook } from "./commands/create-hook.ts";
export { deleteEndpoint } from "./commands/delete-endpoint.ts";
export { deleteHook } from "./commands/delete-hook.ts";
export { forgetMessages } from "./commands/forget-messages.ts";
export { postEvent } from "./commands/post-event.ts";
export { receiveMessage } from "./commands/receive-message.ts";
export { replayDelivery } from "./commands/replay-delivery.ts";
export { rotateEndpointSecret } from "./commands/rotate-endpoint-secret.ts";
export { rotateHookSecret } from "./commands/rotate-hook-secret.ts";
export { switchEndpoint } from "./commands/switch-endpoint.ts";
export { switchHook } from "./commands/switch-hook.ts";
export { giveUpWebhook, resumeWebhooks, sendWebhook } from "./jobs.ts";
export { getEndpoint, listDeliveries, listEndpoints } from "./queries/endpoints.ts";
export { getHook, listHooks, listHooksOf, listReceived } from "./queries/hooks.ts";
export {
  ChangeEndpoint,
  CreateEndpoint,
  CreateHook,
  OfEndpoint,
  OfHook,
  ReplayDelivery,
  RotateHookSecret,
  SwitchEndpoint,
  SwitchHook,
} from "./schema.ts";
