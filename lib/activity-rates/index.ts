export { ACTIVITY_RATES } from "./queries/register.ts";
