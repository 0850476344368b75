export { createApiKey } from "./commands/create-api-key.ts";
export { revokeApiKey } from "./commands/revoke-api-key.ts";
export { listApiKeys } from "./queries.ts";
export { CreateApiKey, RevokeApiKey } from "./schema.ts";
