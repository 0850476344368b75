export { askFetch } from "./commands/ask-fetch.ts";
export { forgetTries } from "./commands/forget-tries.ts";
export { setFetch } from "./commands/set-fetch.ts";
export { stopFetch } from "./commands/stop-fetch.ts";
export { fetchDueSources, fetchSource } from "./jobs.ts";
export { findFetch, listFetchTries } from "./queries/fetches.ts";
export { previewAddress } from "./queries/preview-address.ts";
export { OfFetch, SetFetch } from "./schema.ts";
