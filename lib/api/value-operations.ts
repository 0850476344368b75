import { z } from "zod";
import { StartRun } from "#lib/clv-runs/index.ts";
import { RUN_MODELS, RUN_STAGES, RUN_STATUSES } from "#lib/clv-runs/types.ts";
import { PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";

const READ = { scope: "value:read", permission: "value:read" } as const;
const WRITE = { scope: "value:write", permission: "value:write" } as const;
const BASE = "/api/v1/clv/runs";

const Parameters = z.record(z.string(), z.number().nullable());
const Amount = z.number().meta({ description: "In minor units of the currency" });
const Interval = z
  .object({ low: z.number(), high: z.number() })
  .meta({ description: "95 %, at least as wide as the last holdout was wrong" });

const RunRecord = z
  .object({
    id: z.uuid(),
    status: z.enum(RUN_STATUSES).meta({
      description: "refused: too little to fit a model, customers are ranked by what they brought",
    }),
    stage: z.enum(RUN_STAGES).nullable(),
    percent: z.int(),
    model: z.enum(RUN_MODELS).nullable(),
    parameters: Parameters.nullable().meta({ description: "r, alpha, a, b; in weeks" }),
    standardErrors: Parameters.nullable(),
    logLikelihood: z.number().nullable(),
    spend: z
      .object({
        model: z.enum(["gamma_gamma", "shrunk_mean"]),
        parameters: Parameters.meta({ description: "p, q, v; in the currency’s major unit" }),
        standardErrors: Parameters,
        logLikelihood: z.number().nullable(),
      })
      .nullable(),
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
        rmse: z.number(),
        auc: z.number().nullable(),
      })
      .nullable(),
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
        atRiskMinor: Amount.nullable(),
        historicMinor: Amount,
      })
      .nullable(),
    currency: z.string(),
    cutoffOn: z.string().nullable(),
    horizonMonths: z.int(),
    discountRateAnnual: z.number(),
    marginRate: z.number().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    failure: z.string().nullable(),
    codeVersion: z.string().nullable(),
  })
  .meta({ description: "A run of lifetime value" });
export type RunRecord = z.output<typeof RunRecord>;

const Score = z.object({
  customerId: z.uuid(),
  customerExternalId: z.string(),
  valueMinor: Amount,
  tier: z.int(),
  percentile: z.number().nullable(),
  pAlive: z.number().nullable(),
  expectedPurchases: z.number().nullable(),
  expectedSpendMinor: z.number().nullable(),
  historicMinor: z.number().nullable(),
  atRiskMinor: z.number().nullable(),
  lowMinor: z.number().nullable(),
  highMinor: z.number().nullable(),
});

const RUN = { name: "ClvRun", schema: RunRecord };
const STARTED = { name: "StartedClvRun", schema: z.object({ id: z.uuid() }) };
const SCORE = { name: "ClvScore", schema: Score };
const CUSTOMER_VALUE = {
  name: "CustomerLifetimeValue",
  schema: Score.extend({
    ...{ runId: z.uuid(), model: z.enum(RUN_MODELS).nullable(), currency: z.string() },
    ...{ cutoffOn: z.string().nullable(), horizonMonths: z.int() },
    ...{ discountRateAnnual: z.number(), marginRate: z.number().nullable() },
  }),
};

/** Runs of lifetime value, and what they say of customers. */
export const VALUE_OPERATIONS: readonly Operation[] = [
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
    ...{ id: "list_clv_scores", method: "GET", path: `${BASE}/{id}/scores`, tag: "value" },
    summary: "Scores of a run, the most valuable customer first",
    ...{ access: READ, query: z.strictObject(PAGE_FIELDS), body: null },
    answers: [{ status: 200, words: "A page of scores", shape: pageOf(SCORE) }],
  },
  {
    ...{ id: "get_customer_value", method: "GET", path: "/api/v1/customers/{id}/value" },
    ...{ tag: "value", summary: "What the last run says of one customer, by number or id" },
    ...{ access: READ, query: null, body: null },
    answers: [{ status: 200, words: "Value", shape: CUSTOMER_VALUE }],
  },
];
