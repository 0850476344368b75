import type { FieldType, FieldUnit } from "./fields.ts";

/** A field that a member may ask, as the builder offers it. */
export type FieldChoice = {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly unit: FieldUnit;
  readonly isSensitive: boolean;
  /** The only values there are; empty for any */
  readonly choices: readonly string[];
  /** What values are called, by value, where they do not say it themselves; empty otherwise */
  readonly labels: Readonly<Record<string, string>>;
  /** Values that many customers have, to choose from */
  readonly samples: readonly string[];
};
