export { INTERACTIONS } from "./queries/register.ts";
