import { z } from "zod";

/** What was said of one stage. */
export type StageSaid = {
  stageId: string;
  line: string | null;
  actual: number | null;
  desired: number | null;
};

const LONGEST_LINE = 160;

const Line = z
  .string()
  .trim()
  .max(LONGEST_LINE, `Use at most ${LONGEST_LINE} characters.`)
  .transform((line) => (line === "" ? null : line.replaceAll("\0", "")));
const Emotion = z
  .union([z.literal("").transform(() => null), z.coerce.number().int().min(-2).max(2)])
  .nullable();

/**
 * What a form says of stages, by `line_<id>`, `actual_<id>` and `desired_<id>`; a stage it does not name is left out. The bad
 * fields instead, where there are any.
 */
export function readStageFields(
  fields: Readonly<Record<string, unknown>>,
  stageIds: readonly string[],
): { stages: StageSaid[]; bad: Record<string, string[]> } {
  const bad: Record<string, string[]> = {};
  const read = <T>(schema: z.ZodType<T>, name: string): T | null => {
    const parsed = schema.safeParse(fields[name] ?? "");
    if (parsed.success) return parsed.data;
    bad[name] = parsed.error.issues.map(({ message }) => message);
    return null;
  };
  const stages = stageIds
    .filter((id) => `line_${id}` in fields)
    .map((stageId) => ({
      stageId,
      line: read(Line, `line_${stageId}`),
      actual: read(Emotion, `actual_${stageId}`),
      desired: read(Emotion, `desired_${stageId}`),
    }));
  return { stages, bad };
}
