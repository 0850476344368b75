import { z } from "zod";

/** As the API tells who may leave, and what is done about it. */
export const WatchedRecord = z
  .object({
    ...{ customerId: z.uuid(), customerExternalId: z.string(), runId: z.uuid() },
    tier: z.string().meta({ description: "Its name in the run" }),
    pAlive: z.number(),
    atRiskMinor: z.number().nullable().meta({ description: "In minor units of the currency" }),
    currency: z.string(),
    reasons: z
      .array(
        z.object({
          kind: z.string(),
          values: z.record(z.string(), z.union([z.number(), z.string()])),
        }),
      )
      .meta({ description: "The worst first; only those the key may read" }),
    case: z
      .object({
        id: z.uuid(),
        outcome: z.enum(["saved", "lost", "false_alarm", "merged"]).nullable(),
        responsibleId: z.uuid().nullable(),
        nextStep: z.string().nullable(),
        dueOn: z.iso.date().nullable(),
      })
      .nullable()
      .meta({ description: "The open one, whose outcome is null, or the last that was closed" }),
  })
  .meta({ description: "A customer who may leave" });
export type WatchedRecord = z.output<typeof WatchedRecord>;
