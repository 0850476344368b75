import { PACKED_CASES } from "./packed-cases.ts";
import { POISON_CASES } from "./poison-cases.ts";
import { REPEAT_CASES } from "./repeat-cases.ts";
import { SPELLING_CASES } from "./spelling-cases.ts";
import type { CorpusCase } from "./types.ts";
import { VALUE_CASES } from "./value-cases.ts";

/** The golden corpus: files, and what must come of them, however they are brought in. */
export const CORPUS: readonly CorpusCase[] = [
  ...SPELLING_CASES,
  ...VALUE_CASES,
  ...REPEAT_CASES,
  ...POISON_CASES,
  ...PACKED_CASES,
];
