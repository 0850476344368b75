export { SUBSCRIPTIONS } from "./queries/register.ts";
