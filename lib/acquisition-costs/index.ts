export { ACQUISITION_COSTS } from "./queries/register.ts";
