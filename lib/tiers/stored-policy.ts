import { z } from "zod";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";

/** `tier_policy.tiers`. */
export const StoredTiersSchema = z.array(
  z.object({
    name: z.string(),
    share: z.number().nullable(),
    responseHours: z.number(),
    goodwillLimitMinor: z.number(),
    channel: z.enum(CONTACT_CHANNELS),
    isCalledBack: z.boolean(),
    asksPerQuarter: z.number(),
    lines: z.array(z.string()),
  }),
);

/** `tier_policy.floor`. */
export const StoredFloorSchema = z.object({
  slowestResponseHours: z.number(),
  leastGoodwillMinor: z.number(),
  mostAsksPerQuarter: z.number(),
});
