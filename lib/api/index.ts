export { type Answer, answerOnce, type RequestKey } from "./commands/answer-once.ts";
export { bulkItems, putItem } from "./commands/write-items.ts";
export { openApiDocument } from "./open-api.ts";
export { OPERATIONS, operationOf } from "./operations.ts";
export { getResource, listOrderLines, listResource } from "./queries/read-resources.ts";
export {
  apiReference,
  type ReferenceField,
  type ReferenceOperation,
} from "./reference.ts";
export { RESOURCES } from "./resources.ts";
export { runListed, runRecord } from "./run-record.ts";
export { WriteSettings } from "./shapes.ts";
export type { ResourceName } from "./types.ts";
export { RunsQuery } from "./value-operations.ts";
export { watchedRecord } from "./watched-record.ts";
export { WEBHOOK_MESSAGES } from "./webhook-messages.ts";
