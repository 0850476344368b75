export {
  type ContactCost,
  hasContactPrice,
  listContactCosts,
  withPrice,
} from "./queries/contact-costs.ts";
export { ACTIVITY_RATES } from "./queries/register.ts";
