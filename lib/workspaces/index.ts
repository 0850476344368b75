export { setRates } from "./commands/set-rates.ts";
export { getRates, getSetupProgress, listApiKeys, listMembers } from "./queries.ts";
export { SetRates } from "./schema.ts";
