import type { FieldChoice } from "#lib/segments/field-choice.ts";
import type { DraftEdit } from "./draft-edits.ts";
import type { FieldsById } from "./draft-rule.ts";

/** What is wrong with one part of a rule, by where in it. */
export type PartFaults = {
  readonly field: readonly string[];
  readonly op: readonly string[];
  readonly value: readonly string[];
  readonly other: readonly string[];
};

/** What every part of the builder knows; the same object while one types. */
export type BuilderContext = {
  /** All that may be asked, by their ids */
  readonly fields: FieldsById;
  /** Those that are offered, in order */
  readonly shown: readonly FieldChoice[];
  readonly currency: string;
  readonly locale: string;
  readonly edit: (edit: DraftEdit) => void;
  readonly faultsOf: (key: number) => PartFaults;
};
