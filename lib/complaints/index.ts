export { COMPLAINTS } from "./queries/register.ts";
