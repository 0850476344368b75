import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";

const StageName = z
  .string()
  .overwrite((name) => tidyName(name.replaceAll("\0", "")))
  .min(1, "Give the stage a name.")
  .max(60, "Use at most 60 characters.");

const Description = z
  .string()
  .trim()
  .max(200, "Use at most 200 characters.")
  .default("")
  .transform((text) => (text === "" ? null : text.replaceAll("\0", "")));

export const AdoptStages = z.object({});
export type AdoptStages = z.output<typeof AdoptStages>;

export const AddStage = z.object({ name: StageName, description: Description });
export type AddStage = z.output<typeof AddStage>;

/** `was` is the name the person saw: another one there now is a conflict. */
export const ChangeStage = z.object({
  stageId: z.uuid(),
  was: z.string(),
  name: StageName,
  description: Description,
});
export type ChangeStage = z.output<typeof ChangeStage>;

export const MoveStage = z.object({ stageId: z.uuid(), to: z.enum(["earlier", "later"]) });
export type MoveStage = z.output<typeof MoveStage>;

export const NamedStage = z.object({ stageId: z.uuid() });
export type NamedStage = z.output<typeof NamedStage>;
