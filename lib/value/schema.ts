import { z } from "zod";

/** A day to count back from; an empty field means the day of the last order. */
export const SetAsOf = z.object({
  asOfOn: z
    .union([z.literal("").transform(() => null), z.iso.date()], {
      error: "Give a day such as 2026-11-21.",
    })
    .nullable(),
});
export type SetAsOf = z.output<typeof SetAsOf>;
