import { parseArgs } from "node:util";
import { type Command, type OptionValues, UsageError } from "./types.ts";

export type CommandLine = {
  /** Null: help was asked for. */
  command: Command | null;
  /** The commands that help is about. */
  about: readonly Command[];
  values: OptionValues;
  isJson: boolean;
};

/**
 * What the operator typed.
 *
 * @throws UsageError for an unknown command or option, or a required option left out
 */
export function readCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
): CommandLine {
  const isHelp =
    argv.length === 0 || argv.includes("--help") || argv.includes("-h") || argv[0] === "help";
  const command = commands.find(({ words }) => startsWith(argv, words.split(" ")));
  const isJson = argv.includes("--json");
  if (isHelp) return { command: null, about: command ? [command] : commands, values: {}, isJson };
  if (!command)
    throw new UsageError(
      `There is no command "${typedWords(argv)}": see npm run -s admin -- --help.`,
    );
  return {
    command,
    about: [command],
    values: readValues(argv.slice(command.words.split(" ").length), command),
    isJson,
  };
}

function readValues(argv: readonly string[], command: Command): OptionValues {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.type, multiple: option.isMultiple ?? false },
    ]),
  );
  const values = parse(argv, { ...options, json: { type: "boolean", multiple: false } }, command);
  const missing = Object.entries(command.options).filter(
    ([name, { isRequired }]) => isRequired && values[name] === undefined,
  );
  if (missing.length === 0) return values;
  throw new UsageError(
    `${command.words} needs ${missing.map(([name]) => `--${name}`).join(" and ")}.`,
  );
}

type Options = Record<string, { type: "string" | "boolean"; multiple: boolean }>;

function parse(argv: readonly string[], options: Options, command: Command): OptionValues {
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new UsageError(`${reason}: see npm run -s admin -- ${command.words} --help.`);
  }
}

function startsWith(argv: readonly string[], words: readonly string[]): boolean {
  return words.every((word, index) => argv[index] === word);
}

function typedWords(argv: readonly string[]): string {
  const end = argv.findIndex((word) => word.startsWith("-"));
  return (end < 0 ? argv : argv.slice(0, end)).join(" ");
}
