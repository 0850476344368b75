export { backtest } from "./backtest.ts";
export { bandCustomers } from "./band-customers.ts";
export { bootstrapTotal } from "./bootstrap-total.ts";
export { checkBacktest } from "./checks/check-backtest.ts";
export { checkContracts } from "./checks/check-contracts.ts";
export { checkHistory } from "./checks/check-history.ts";
export { checkPurchases } from "./checks/check-purchases.ts";
export { checkSpacing, purchaseSpacing } from "./checks/check-spacing.ts";
export { checkSpend, spendDependence } from "./checks/check-spend.ts";
export { rankModels } from "./choose-model.ts";
export { cohortTotal, widenedByError } from "./cohort-total.ts";
export { customerAt } from "./customer-at.ts";
export { fitPareto } from "./models/fit-pareto.ts";
export { fitPurchases } from "./models/fit-purchases.ts";
export { expectedSpend, fitSpend } from "./models/gamma-gamma.ts";
export { historicValue } from "./models/historic.ts";
export { monthlyValue } from "./models/monthly-value.ts";
export {
  discountedLifetime,
  discountedResidualLifetime,
  fitContracts,
  survivalShare,
} from "./models/sbg.ts";
export { predictiveBand } from "./predictive-band.ts";
export { splitPurchases, summarisePurchases } from "./purchase-history.ts";
export { scoreCustomers } from "./score-customers.ts";
