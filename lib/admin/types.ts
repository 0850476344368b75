import type { Environment } from "#lib/boot/environment.ts";

export type OptionDescription = {
  type: "string" | "boolean";
  isRequired?: boolean;
  /** May be given more than once. */
  isMultiple?: boolean;
  /** What stands after the option in the help, such as "<address>". */
  value?: string;
  help: string;
};

export type OptionValues = Readonly<
  Record<string, string | boolean | (string | boolean)[] | undefined>
>;

/** What a command leaves: one JSON object, and the same for a person. */
export type Outcome = {
  json: Readonly<Record<string, unknown>>;
  lines: readonly string[];
  /** The command did its work and has bad news: exit 1. */
  isBad?: boolean;
};

export type Command = {
  /** As typed: "workspace create". */
  words: string;
  summary: string;
  options: Readonly<Record<string, OptionDescription>>;
  run: (values: OptionValues, given: Environment) => Promise<Outcome>;
};

/** Typed wrongly: exit 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
