export { WIN_LOSS } from "./queries/register.ts";
