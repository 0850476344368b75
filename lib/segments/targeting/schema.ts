import { z } from "zod";
import { FACTORS, MOST_WEIGHT, USUAL_WEIGHTS, type Weights } from "./types.ts";

const LONGEST_WHY = 500;
const MOST_RANK = 999;
const NO_NULL = /^[^\0]*$/;

const Version = z.coerce.number().int().nonnegative();
const Seen = { segmentId: z.uuid(), version: Version };

const Points = z
  .enum(["", "1", "2", "3", "4", "5"], "Choose 1 to 5, or nothing.")
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

const Why = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .max(LONGEST_WHY, `Use at most ${LONGEST_WHY} characters.`)
      .regex(NO_NULL, "The text holds what is no character."),
  )
  .transform((text) => (text === "" ? null : text));

/** What somebody judges of a segment: 1 to 5 each, nothing where they cannot say. */
export const JudgeTarget = z.object({ ...Seen, fit: Points, capacity: Points, competency: Points });
export type JudgeTarget = z.output<typeof JudgeTarget>;

/** A rank by hand takes a reason; without a rank there is none. */
export const RankTarget = z
  .object({
    ...Seen,
    rank: z
      .string()
      .default("")
      .transform((text) => text.trim())
      .pipe(z.string().regex(/^(?:[1-9]\d{0,2})?$/, `Give a whole number from 1 to ${MOST_RANK}.`))
      .transform((text) => (text === "" ? null : Number(text))),
    rankWhy: Why,
  })
  .superRefine(({ rank, rankWhy }, context) => {
    if (rank !== null && rankWhy === null)
      context.addIssue({ code: "custom", path: ["rankWhy"], message: "Say why it has this rank." });
  });
export type RankTarget = z.output<typeof RankTarget>;

/** Why a segment is not served first; nothing takes the note away. */
export const DeclineTarget = z.object({ ...Seen, notWhy: Why });
export type DeclineTarget = z.output<typeof DeclineTarget>;

/** Which former version of a target to go back to. */
export const RestoreTarget = z.object({ ...Seen, former: Version.min(1) });
export type RestoreTarget = z.output<typeof RestoreTarget>;

/** Which former version of the weights to go back to; 0 for those before anybody set any. */
export const RestoreWeights = z.object({ version: Version, former: Version });
export type RestoreWeights = z.output<typeof RestoreWeights>;

const WRONG_WEIGHT = `Give a number from 0 to ${MOST_WEIGHT}.`;
const TypedWeight = z
  .string(WRONG_WEIGHT)
  .transform((text) => text.trim().replace(",", "."))
  .pipe(z.string().regex(/^\d{1,2}(?:\.\d{1,2})?$/, WRONG_WEIGHT))
  .transform(Number)
  .pipe(z.number().max(MOST_WEIGHT, WRONG_WEIGHT));

/** The weights as a form sends them; one of them has to count. */
export const SetWeights = z
  .object({
    version: Version,
    ...{ size: TypedWeight, clv: TypedWeight, fit: TypedWeight },
    ...{ capacity: TypedWeight, competency: TypedWeight, cost: TypedWeight },
  })
  .superRefine((weights, context) => {
    if (FACTORS.every((factor) => weights[factor] === 0))
      context.addIssue({
        code: "custom",
        path: ["size"],
        message: "Give at least one factor a weight above 0.",
      });
  });
export type SetWeights = z.output<typeof SetWeights>;

const Weight = z.number().min(0).max(MOST_WEIGHT);
const Stored = z.object({
  ...{ size: Weight, clv: Weight, fit: Weight },
  ...{ capacity: Weight, competency: Weight, cost: Weight },
});

/** `targeting_policy.weights`; the usual ones where nobody has set any. */
export function readWeights(stored: unknown): Weights {
  return Stored.safeParse(stored).data ?? USUAL_WEIGHTS;
}
