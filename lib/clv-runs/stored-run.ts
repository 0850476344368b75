import { z } from "zod";
import { INTERVAL_METHODS, SPEND_MODELS } from "#lib/clv/types.ts";
import { CUT_BASES } from "#lib/tiers/types.ts";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import { RUN_MODELS } from "./types.ts";

const number = z.number();
const day = z.iso.date();
const interval = z.tuple([number, number]).readonly();

/** `clv_run.cohort`. */
export const RunCohortSchema = z
  .object({
    firstFrom: day.nullable(),
    firstUntil: day.nullable(),
    channel: z.string().nullable(),
    /** Not there in runs from before attributes could be asked for */
    attribute: z.object({ name: z.string(), value: z.string() }).nullable().default(null),
  })
  .nullable();

/** `clv_run.cost_per_contact_minor`. */
export const RunContactCosts = z
  .partialRecord(z.enum(CONTACT_CHANNELS), z.int().nonnegative())
  .nullable();

/** Parameters by their usual names, in weeks; a standard error is null where the likelihood has no curvature to tell it. */
const parameters = z.record(z.string(), number.nullable());

/** `clv_run.fit`. */
export const StoredFitSchema = z
  .object({
    parameters,
    standardErrors: parameters,
    logLikelihood: number,
    /** Empty in runs from before there were some; null where nothing tells */
    intervals: z
      .record(z.string(), z.tuple([number.nullable(), number.nullable()]).readonly())
      .default({}),
    /** Of contracts only */
    survival: z
      .array(
        z.object({
          renewal: z.int(),
          atRisk: number,
          lost: number,
          observed: number,
          predicted: number,
        }),
      )
      .nullable()
      .default(null),
  })
  .nullable();

const pooledSpend = z.object({
  model: z.enum(SPEND_MODELS),
  parameters,
  standardErrors: parameters,
  logLikelihood: number.nullable(),
  customers: z.int(),
});

/** `clv_run.spend`. */
export const StoredSpendSchema = pooledSpend
  .extend({
    /** null where one fit serves all, and in runs from before there were bands */
    bands: z
      .array(
        pooledSpend.extend({
          ...{ leastRepeats: z.int(), mostRepeats: z.int().nullable() },
          /** The condition number is null where it is without bound */
          ...{ converged: z.boolean(), conditionNumber: number.nullable() },
          gradientPerCustomer: number.nullable(),
        }),
      )
      .nullable()
      .default(null),
  })
  .nullable();

const watched = z.object({
  customers: z.int(),
  left: z.int(),
  lostShare: number.nullable(),
  lostShareError: number.nullable(),
});

/** How chances to buy met what came. */
const calibration = z.object({
  customers: z.int(),
  left: z.int(),
  brier: number,
  brierError: number,
  baseBrier: number,
  auc: number.nullable(),
  aucError: number.nullable(),
  tenths: z.array(z.object({ customers: z.int(), predicted: number, came: z.int() })),
  byChance: watched,
  byLoss: watched,
  lostSpend: number,
});

/** `clv_run.holdout`. */
export const StoredHoldoutSchema = z
  .object({
    customers: z.int(),
    holdoutWeeks: number,
    actualTotal: number,
    predictedTotal: number,
    totalError: number.nullable(),
    naiveTotal: number,
    naiveError: number.nullable(),
    rmse: number,
    naiveRmse: number,
    meanAbsoluteError: number,
    deviance: number,
    auc: number.nullable(),
    byFrequency: z.array(
      z.object({
        repeats: z.int(),
        isOpenEnded: z.boolean(),
        customers: z.int(),
        actualMean: number,
        predictedMean: number,
      }),
    ),
    tracking: z.array(z.object({ week: z.int(), actual: number, predicted: number })),
    deciles: z.array(
      z.object({
        customers: z.int(),
        predictedSpend: number,
        actualSpend: number,
        actualShare: number.nullable(),
        lift: number.nullable(),
      }),
    ),
    /** null in runs from before chances were checked */
    calibration: calibration.nullable().default(null),
    actualSpend: number,
    predictedSpend: number,
    spendError: number.nullable(),
  })
  .nullable();

/** `clv_run.warnings`. */
export const StoredWarningsSchema = z.array(
  z.object({
    code: z.string(),
    level: z.enum(["refusal", "red", "amber", "note"]),
    values: z.record(z.string(), number.nullable()),
  }),
);

/** `clv_run.timings`. */
export const StoredTimingsSchema = z
  .object({ readMs: number, computeMs: number, writeMs: number })
  .nullable();

const service = z.object({
  ...{ contacts: z.int(), priced: z.int(), costMinor: number, activeWeeks: number },
  meanErrorMinor: number.nullable(),
  ...{ meanPerWeekMinor: number, credibilityWeeks: number.nullable(), aheadMinor: number },
  /** null in runs from before it was kept */
  aheadErrorMinor: number.nullable().default(null),
});

const retention = z.object({ aheadMinor: number, weeksAhead: number });

const historicContacts = z.object({
  ...{ contacts: z.int(), priced: z.int(), costMinor: number },
});

/** `clv_run.totals`. Money in minor units. */
export const StoredTotalsSchema = z
  .object({
    valueMinor: number,
    interval: interval.nullable(),
    modelInterval: interval.nullable(),
    /** null in runs from before there was a choice, which went by the delta method */
    intervalMethod: z.enum(INTERVAL_METHODS).nullable().default(null),
    refits: z.int().nullable().default(null),
    /** null in runs from before intervals of parts were computed */
    standardErrorMinor: number.nullable().default(null),
    atRiskMinor: number.nullable(),
    atRiskDeviationMinor: number.nullable().default(null),
    historicMinor: number,
    /** null in runs from before it was kept */
    historicCostMinor: number.nullable().default(null),
    historicContacts: historicContacts.nullable().default(null),
    tiers: z.array(
      z.object({
        ...{ tier: z.int(), customers: z.int(), valueMinor: number, leastMinor: number },
        /** null where nothing is foretold, and in runs from before it was kept */
        deviationMinor: number.nullable().default(null),
      }),
    ),
    /** null in runs from before tiers had names */
    tierCuts: z
      .object({
        by: z.enum(CUT_BASES),
        tiers: z.array(z.object({ name: z.string(), share: number.nullable() })),
      })
      .nullable()
      .default(null),
    /** Empty in runs from before it was kept */
    past: z.array(z.object({ month: z.int(), actualMinor: number })).default([]),
    forecast: z.array(
      z.object({
        month: z.int(),
        expectedMinor: number,
        interval,
        innerInterval: interval,
      }),
    ),
    forecastYear: z.object({ expectedMinor: number, interval }).nullable(),
    /** null in most runs, and in those from before another model could tell it */
    aliveModel: z.enum(RUN_MODELS).nullable().default(null),
    sample: z.array(z.tuple([z.int(), z.int(), z.int(), number]).readonly()),
    /** Empty in runs from before contracts were sampled */
    contractSample: z.array(z.tuple([z.int(), number, number]).readonly()).default([]),
    /** Empty, and null, in runs from before contacts had a cost */
    sampleServiceCosts: z.array(number).default([]),
    service: service.nullable().default(null),
    retention: retention.nullable().default(null),
  })
  .nullable();
