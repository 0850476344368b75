export { aliveChances } from "./alive-chances.ts";
export { backtest } from "./backtest.ts";
export { bandCustomers } from "./band-customers.ts";
export { bootstrapFits } from "./bootstrap-fits.ts";
export { bootstrapTotal } from "./bootstrap-total.ts";
export { checkBacktest } from "./checks/check-backtest.ts";
export { checkCalibration, checkContractFit, checkContracts } from "./checks/check-contracts.ts";
export { checkCutoff } from "./checks/check-cutoff.ts";
export { checkExpectations } from "./checks/check-expectations.ts";
export { checkHazard } from "./checks/check-hazard.ts";
export { checkHistory } from "./checks/check-history.ts";
export { checkPurchases } from "./checks/check-purchases.ts";
export { checkSeasonality, purchaseSeasonality } from "./checks/check-seasonality.ts";
export { checkSpacing, purchaseSpacing } from "./checks/check-spacing.ts";
export { checkSpend, spendDependence } from "./checks/check-spend.ts";
export { fitModel, rankModels } from "./choose-model.ts";
export { chooseSpend } from "./choose-spend.ts";
export { cohortTotal } from "./cohort-total.ts";
export { backtestContracts } from "./contract-backtest.ts";
export { contractCohorts, survivalCurve } from "./contract-cohorts.ts";
export { renewalsAhead } from "./contract-outlook.ts";
export { paidSoFar, tenuresOf, usualPeriod } from "./contract-tenures.ts";
export { contractTotal } from "./contract-total.ts";
export { customerAt } from "./customer-at.ts";
export { fitPareto } from "./models/fit-pareto.ts";
export { fitPurchases } from "./models/fit-purchases.ts";
export { expectedSpend, fitSpend } from "./models/gamma-gamma.ts";
export { historicCost, historicValue } from "./models/historic.ts";
export { monthlyValue } from "./models/monthly-value.ts";
export {
  discountedLifetime,
  discountedResidualLifetime,
  fitContracts,
  survivalShare,
} from "./models/sbg.ts";
export { observedActiveTime } from "./observed-time.ts";
export { ownCostSpread } from "./own-cost-spread.ts";
export { parameterIntervals } from "./parameter-intervals.ts";
export { predictiveBand } from "./predictive-band.ts";
export { splitPurchases, summarisePurchases } from "./purchase-history.ts";
export { activeTimeAhead, scoreContracts } from "./score-contracts.ts";
export { scoreCustomers } from "./score-customers.ts";
export { type ServiceCosts, serviceCosts } from "./service-costs.ts";
export { type ServiceSpread, serviceVariance } from "./service-variance.ts";
export { backtestErrorOf, widenedByError } from "./widened-by-error.ts";
