export { SIGNALS } from "./queries/register.ts";
