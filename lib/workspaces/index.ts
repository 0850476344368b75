export { setRates } from "./commands/set-rates.ts";
export { getRates, getSetupProgress, listApiKeys } from "./queries.ts";
export { SetRates } from "./schema.ts";
