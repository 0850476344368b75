export { SUBSCRIPTION_RECORDS } from "./queries/records.ts";
export { SUBSCRIPTIONS } from "./queries/register.ts";
export { SubscriptionItem, SubscriptionRecord } from "./schema.ts";
