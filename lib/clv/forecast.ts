import { discountedActiveTime } from "./models/active-time.ts";
import { aliveChance } from "./models/alive-chance.ts";
import { buyChanceWhileAlive, paretoBuyChanceWhileAlive } from "./models/buy-chance.ts";
import { type Discounting, discountedWhileAlive } from "./models/discounted-purchases.ts";
import { expectedWhileAlive } from "./models/expected-purchases.ts";
import {
  paretoActiveTime,
  paretoAliveChance,
  paretoDiscountedWhileAlive,
  paretoExpectedWhileAlive,
} from "./models/pareto-expectations.ts";
import type { AnyPurchaseFit } from "./types.ts";

/** P(alive) of a customer by whichever model was fitted; times in weeks. */
export function aliveBy(
  fit: AnyPurchaseFit,
  times: { frequency: number; recency: number; age: number },
): number {
  if (fit.model === "pareto_nbd") return paretoAliveChance(fit.parameters, times);
  return aliveChance(fit.parameters, fit.model, times);
}

/** Expected purchases in the next weeks of a customer who is still one, by whichever model was fitted. */
export function expectedBy(
  fit: AnyPurchaseFit,
  ahead: { frequency: number; age: number; period: number },
): number {
  if (fit.model === "pareto_nbd") return paretoExpectedWhileAlive(fit.parameters, ahead);
  return expectedWhileAlive(fit.parameters, fit.model, ahead);
}

/** Chance of a customer who is still one to buy in the next weeks, by whichever model was fitted. */
export function buyChanceBy(
  fit: AnyPurchaseFit,
  ahead: { frequency: number; age: number; period: number },
): number {
  if (fit.model === "pareto_nbd") return paretoBuyChanceWhileAlive(fit.parameters, ahead);
  return buyChanceWhileAlive(fit.parameters, ahead);
}

/** Expected discounted purchases of a customer who is still one, by whichever model was fitted. */
export function discountedBy(
  fit: AnyPurchaseFit,
  ahead: { frequency: number; age: number } & Discounting,
): number {
  if (fit.model === "pareto_nbd") return paretoDiscountedWhileAlive(fit.parameters, ahead);
  return discountedWhileAlive(fit.parameters, fit.model, ahead);
}

/** Expected discounted active time of a customer who is still one, in weeks, by whichever model was fitted. */
export function activeTimeBy(
  fit: AnyPurchaseFit,
  ahead: { frequency: number; age: number } & Discounting,
): number {
  if (fit.model === "pareto_nbd") return paretoActiveTime(fit.parameters, ahead);
  return discountedActiveTime(fit.parameters, fit.model, ahead);
}

/** Expected repeat purchases of a new customer in the first weeks after the first purchase. Worked: 1.4440 in 52 weeks on CDNOW. */
export function expectedOfNewCustomer(fit: AnyPurchaseFit, period: number): number {
  const atStart = { frequency: 0, recency: 0, age: 0 };
  return aliveBy(fit, atStart) * expectedBy(fit, { ...atStart, period });
}
