import { z } from "zod";
import { INTERVAL_METHODS, RENEWAL_PERIODS, SPEND_MODELS } from "#lib/clv/types.ts";
import { RunContactCosts, StartRun } from "#lib/clv-runs/index.ts";
import { RUN_BASES, RUN_MODELS, RUN_STAGES, RUN_STATUSES } from "#lib/clv-runs/types.ts";
import { HistoricContactsRecord, RetentionRecord, ServiceRecord } from "./service-record.ts";
import { PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";
import { WatchedRecord } from "./watched-shape.ts";

const READ = { scope: "value:read", permission: "value:read" } as const;
const WRITE = { scope: "value:write", permission: "value:write" } as const;
const BASE = "/api/v1/clv/runs";

const Parameters = z.record(z.string(), z.number().nullable());
const Amount = z.number().meta({ description: "In minor units of the currency" });
const Interval = z
  .object({ low: z.number(), high: z.number() })
  .meta({ description: "95 %, at least as wide as the last holdout was wrong" });

const ParameterIntervals = z.record(
  z.string(),
  z.object({ low: z.number().nullable(), high: z.number().nullable() }),
);

const Spend = z.object({
  model: z.enum(SPEND_MODELS).meta({
    description:
      "common_mean: customers do not differ, q stands at 1e12 for infinity, and p as well where all pay one price; own_mean: each pays a price of their own, p stands at 1e12; shrunk_mean: each mean is drawn towards that of all",
  }),
  parameters: Parameters.meta({ description: "p, q, v; in the currency’s major unit" }),
  standardErrors: Parameters,
  parameterIntervals: ParameterIntervals.meta({
    description: "95 %, by the delta method; null where the likelihood tells none",
  }),
  logLikelihood: z.number().nullable(),
});
const BAND = {
  leastRepeats: z.int(),
  mostRepeats: z.int().nullable().meta({ description: "null: no end" }),
};

const Cohort = z.object({
  firstFrom: z.string().nullable(),
  firstUntil: z.string().nullable(),
  channel: z.string().nullable(),
  attribute: z.object({ name: z.string(), value: z.string() }).nullable(),
});

const AliveModel = z.enum(RUN_MODELS).nullable().meta({
  description:
    "Which model pAlive and atRiskMinor come from: the run’s own, or mbg_nbd where nobody named a model and bg_nbd foretold the holdout best. null where nothing is foretold",
});

export const RunRecord = z
  .object({
    id: z.uuid(),
    status: z.enum(RUN_STATUSES).meta({
      description:
        "refused: too little to fit a model, customers are ranked by what they brought; stopped: by somebody, with nothing kept",
    }),
    stage: z.enum(RUN_STAGES).nullable(),
    percent: z.int().meta({ description: "Of a stopped run how far it was; 0 of a failed one" }),
    model: z.enum(RUN_MODELS).nullable(),
    aliveModel: AliveModel,
    parameters: Parameters.nullable().meta({
      description:
        "r, alpha, a, b of bg_nbd and mbg_nbd; r, alpha, s, beta of pareto_nbd; all in weeks. alpha, beta of sbg; of renewals",
    }),
    standardErrors: Parameters.nullable(),
    parameterIntervals: ParameterIntervals.nullable().meta({
      description: "95 %, by the method of the totals; empty in runs from before they were kept",
    }),
    logLikelihood: z.number().nullable(),
    spend: Spend.extend({
      bands: z
        .array(Spend.extend({ ...BAND, customers: z.int(), converged: z.boolean() }))
        .nullable()
        .meta({
          description:
            "Where spend goes with frequency: a fit for each band of repeat purchases, the lowest also for customers without any. Value then stands on these, and the parameters beside them, of one fit of all, are for comparison. null where one fit serves all",
        }),
    }).nullable(),
    customers: z.int().nullable(),
    repeaters: z.int().nullable(),
    holdout: z
      .object({
        customers: z.int(),
        holdoutWeeks: z.number(),
        actualTotal: z.number(),
        predictedTotal: z.number(),
        totalError: z.number().nullable(),
        spendError: z.number().nullable(),
        naiveTotal: z.number(),
        naiveError: z.number().nullable(),
        rmse: z.number(),
        naiveRmse: z.number(),
        auc: z.number().nullable(),
      })
      .nullable()
      .meta({
        description:
          "naive: the baseline, each customer going on at the rate of before; of contracts the same share lost at every renewal",
      }),
    warnings: z.array(
      z.object({
        code: z.string(),
        level: z.enum(["refusal", "red", "amber", "note"]),
        values: Parameters,
      }),
    ),
    totals: z
      .object({
        valueMinor: Amount,
        interval: Interval.nullable(),
        intervalMethod: z.enum(INTERVAL_METHODS).nullable().meta({
          description:
            "How what the parameters of purchases leave open was found. bootstrap: by refits to histories drawn from the fit, with under 1,000 repeaters or a fit that priors hold; delta: by the slopes of the likelihood. Chance in what is to come is added to either, and the parameters of spend by delta",
        }),
        refits: z.int().nullable().meta({ description: "Of the bootstrap; null for delta" }),
        atRiskMinor: Amount.nullable(),
        historicMinor: Amount.meta({
          description:
            "What customers brought up to the cut-off, without interest: margin, or revenue where there is none, less the cost of orders and of contacts",
        }),
        historicContacts: HistoricContactsRecord.nullable().meta({
          description:
            "What contacts took off historicMinor; null where they took nothing, and in runs from before they were taken off",
        }),
        tiers: z
          .array(
            z.object({
              tier: z.int().meta({ description: "1 is the most valuable" }),
              name: z.string(),
              customers: z.int(),
              valueMinor: Amount,
              interval: Interval.nullable().meta({
                description:
                  "95 %: chance of its own customers and its share of what the parameters leave open; null where nothing is foretold, and in runs from before it was kept",
              }),
            }),
          )
          .meta({ description: "Those that have customers" }),
        service: ServiceRecord.nullable().meta({
          description:
            "What contacts cost while these customers were customers, and what of it is expected and taken off the value; null where nothing is taken off",
        }),
        retention: RetentionRecord.nullable().meta({
          description: "What keeping customers takes off the value; null where it takes nothing",
        }),
      })
      .nullable(),
    currency: z.string(),
    cutoffOn: z.string().nullable(),
    horizonMonths: z.int(),
    discountRateAnnual: z.number(),
    marginRate: z.number().nullable(),
    costPerOrderMinor: Amount.nullable().meta({
      description: "Taken off for each order; null where none is",
    }),
    costPerContactMinor: RunContactCosts.meta({
      description:
        "By channel, where no rate of an activity tells; null where no contact costs anything in the run",
    }),
    retentionCostPerYearMinor: Amount.nullable().meta({
      description:
        "To keep a customer for a year while they are one, taken off the value to come; null where none is",
    }),
    basis: z.enum(RUN_BASES).meta({ description: "What the run reads; contracts: subscriptions" }),
    renewalPeriod: z
      .enum(RENEWAL_PERIODS)
      .nullable()
      .meta({ description: "How often most contracts renew; null where orders are read" }),
    cohort: Cohort.nullable(),
    isPartial: z.boolean().meta({
      description:
        "Of only some customers: never the last run that tiers, dashboards and the value of a customer come from",
    }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    failure: z.string().nullable(),
    codeVersion: z.string().nullable(),
  })
  .meta({ description: "A run of lifetime value" });
export type RunRecord = z.output<typeof RunRecord>;

const RunListed = RunRecord.omit({
  ...{ aliveModel: true, parameters: true, standardErrors: true, parameterIntervals: true },
  ...{ logLikelihood: true, spend: true, holdout: true, warnings: true, totals: true },
}).meta({ description: "A run without what it found" });
export type RunListed = z.output<typeof RunListed>;

const Score = z.object({
  customerId: z.uuid(),
  customerExternalId: z.string(),
  valueMinor: Amount.meta({
    description:
      "In minor units of the currency: value to come; where the run’s model is historic, profit so far, or revenue where it has no margin",
  }),
  tier: z.int(),
  percentile: z.number().nullable(),
  pAlive: z.number().nullable().meta({
    description:
      "Chance to be a customer still; of contracts: to make the next renewal, 0 where the last one has ended",
  }),
  expectedPurchases: z.number().nullable().meta({ description: "Of contracts: renewals" }),
  expectedSpendMinor: z.number().nullable(),
  historicMinor: z.number().nullable().meta({
    description:
      "What the customer brought up to the cut-off, without interest: margin, or revenue where there is none, less the cost of orders and of contacts; below 0 where serving cost more",
  }),
  atRiskMinor: z.number().nullable(),
  lowMinor: z.number().nullable().meta({
    description:
      "With highMinor the middle 80 % of what may come of valueMinor: one in ten brings less, one in ten more. valueMinor is the mean of it and may lie above the band: of a customer who has most likely left nine in ten futures bring nothing, and the tenth all of the mean. null where nothing is foretold",
  }),
  highMinor: z.number().nullable().meta({ description: "See lowMinor" }),
});

const WATCHED = { name: "WatchedCustomer", schema: WatchedRecord };
const RUN = { name: "ClvRun", schema: RunRecord };
const LISTED = { name: "ListedClvRun", schema: RunListed };
const STARTED = { name: "StartedClvRun", schema: z.object({ id: z.uuid() }) };
const STOPPED = {
  name: "StoppedClvRun",
  schema: z.object({ id: z.uuid(), status: z.enum(RUN_STATUSES) }),
};
const SCORE = { name: "ClvScore", schema: Score };
const CUSTOMER_VALUE = {
  name: "CustomerLifetimeValue",
  schema: Score.extend({
    ...{ runId: z.uuid(), model: z.enum(RUN_MODELS).nullable(), aliveModel: AliveModel },
    currency: z.string(),
    ...{ cutoffOn: z.string().nullable(), horizonMonths: z.int() },
    ...{ discountRateAnnual: z.number(), marginRate: z.number().nullable() },
  }),
};

/** `?status&model` of the list of runs. */
export const RunsQuery = z.strictObject({
  status: z.enum(RUN_STATUSES).optional(),
  model: z
    .enum(RUN_MODELS)
    .optional()
    .meta({ description: "The one that a run used, whichever it was asked for" }),
  ...PAGE_FIELDS,
});

/** Runs of lifetime value, and what they say of customers. */
export const VALUE_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: "list_clv_runs", method: "GET", path: BASE, tag: "value" },
    ...{ summary: "Runs, the newest first", access: READ, query: RunsQuery, body: null },
    answers: [{ status: 200, words: "A page of runs", shape: pageOf(LISTED) }],
  },
  {
    ...{ id: "start_clv_run", method: "POST", path: BASE, tag: "value" },
    summary: "Compute what customers will be worth",
    ...{ access: WRITE, query: null },
    body: { shape: { name: "StartClvRun", schema: StartRun }, media: "application/json" },
    answers: [{ status: 202, words: "The run waits its turn", shape: STARTED }],
  },
  {
    ...{ id: "get_clv_run", method: "GET", path: `${BASE}/{id}`, tag: "value" },
    summary: "Follow one run, and read what it found",
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Run", shape: RUN }],
  },
  {
    ...{ id: "stop_clv_run", method: "POST", path: `${BASE}/{id}/stop`, tag: "value" },
    summary: "Stop a run that waits or goes on; nothing of it is kept",
    ...{ access: WRITE, query: null, body: null },
    answers: [{ status: 202, words: "It has stopped; the worker lets go", shape: STOPPED }],
  },
  {
    ...{ id: "list_clv_scores", method: "GET", path: `${BASE}/{id}/scores`, tag: "value" },
    summary: "Scores of a run to the cent, the most valuable customer first",
    ...{ access: READ, query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [{ status: 200, words: "A page of scores", shape: pageOf(SCORE) }],
  },
  {
    ...{ id: "list_watched_customers", method: "GET", path: "/api/v1/clv/watchlist" },
    ...{ tag: "value", summary: "Customers who may leave, the most value at risk first" },
    ...{ access: READ, query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [{ status: 200, words: "A page of customers", shape: pageOf(WATCHED) }],
  },
  {
    ...{ id: "get_customer_value", method: "GET", path: "/api/v1/customers/{id}/value" },
    ...{ tag: "value", summary: "What the last run says of one customer, by number or id" },
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Value", shape: CUSTOMER_VALUE }],
  },
];
