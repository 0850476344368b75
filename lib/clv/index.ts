export { aliveChance } from "./models/alive-chance.ts";
export { fitPurchases } from "./models/fit-purchases.ts";
export { expectedSpend, fitSpend } from "./models/gamma-gamma.ts";
export { type OnProgress, scoreCustomers } from "./score-customers.ts";
