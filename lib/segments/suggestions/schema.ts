import { z } from "zod";
import { NewSegment } from "../segment-input.ts";

/** A suggested group as the person who accepts it saw it. */
export const AcceptSuggestion = z.object({
  key: z.string().max(40),
  /** ISO 8601 in UTC: which computation */
  computedAt: z.string().max(40),
  name: NewSegment.shape.name,
});
export type AcceptSuggestion = z.output<typeof AcceptSuggestion>;
