import { describe, expect, it } from "vitest";
import {
  discountedLifetime,
  discountedResidualLifetime,
  fitContracts,
  survivalShare,
} from "#lib/clv/index.ts";

/** Fader and Hardie (2007), table 1: customers of 1,000 lost at each of seven renewals. */
const REGULAR = { lost: [369, 163, 86, 56, 37, 27, 21], survivors: 241 };
const HIGH_END = { lost: [131, 126, 90, 60, 42, 34, 26], survivors: 491 };

describe("fitContracts", () => {
  it.each([
    ["regular", REGULAR, { alpha: 0.704, beta: 1.182 }, -1680.265188],
    ["high-end", HIGH_END, { alpha: 0.668, beta: 3.806 }, -1611.158],
  ])(
    "finds the paper's parameters of %s customers (correctness)",
    (_, cohort, printed, logLikelihood) => {
      const fit = fitContracts([cohort]);
      expect(fit.parameters.alpha).toBeCloseTo(printed.alpha, 3);
      expect(fit.parameters.beta).toBeCloseTo(printed.beta, 3);
      expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 3);
      expect(fit.converged).toBe(true);
    },
  );

  it("finds the same of one cohort as of its two halves (consistency)", () => {
    const half = { lost: REGULAR.lost.map((count) => count / 2), survivors: 120.5 };
    const [whole, halves] = [fitContracts([REGULAR]), fitContracts([half, half])];
    expect(halves.logLikelihood).toBeCloseTo(whole.logLikelihood, 8);
    expect(halves.parameters.beta).toBeCloseTo(whole.parameters.beta, 6);
  });

  it("takes cohorts of unequal length", () => {
    const young = { lost: [37, 16], survivors: 47 };
    expect(fitContracts([REGULAR, young]).customers).toBe(1100);
  });
});

describe("what follows from a fit of contracts (correctness)", () => {
  const { parameters } = fitContracts([REGULAR]);

  it("is a survival of 17.0 % after twelve renewals, where 17.3 % came", () => {
    expect(survivalShare(parameters, 0)).toBe(1);
    expect(survivalShare(parameters, 12)).toBeCloseTo(0.17, 4);
  });

  it("is a discounted lifetime of 3.69491 periods at 10 %", () => {
    expect(discountedLifetime(parameters, 0.1)).toBeCloseTo(3.69491, 5);
  });

  it("is a residual lifetime that grows with tenure, as by adding up survivals", () => {
    for (const renewal of [1, 2, 5]) {
      const before = survivalShare(parameters, renewal - 1);
      let sum = 0;
      for (let t = renewal; t < renewal + 600; t++)
        sum += survivalShare(parameters, t) / before / 1.1 ** (t - renewal);
      expect(discountedResidualLifetime(parameters, 0.1, renewal) / sum).toBeCloseTo(1, 12);
    }
    expect(
      discountedResidualLifetime({ alpha: 0.7636650629813885, beta: 1.2958302730770401 }, 0.1, 1),
    ).toBeCloseTo(2.883262528, 9);
  });
});
