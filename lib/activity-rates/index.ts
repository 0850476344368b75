export { type ContactCost, listContactCosts } from "./queries/contact-costs.ts";
export { ACTIVITY_RATES } from "./queries/register.ts";
