import type { Command } from "./types.ts";

/** What `--help` prints: every command in a line, or one command with its options. */
export function helpText(commands: readonly Command[]): string {
  const [only] = commands;
  return commands.length === 1 && only ? commandHelp(only) : overview(commands);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ words }) => words.length)) + 2;
  return [
    "Usage: npm run -s admin -- <command> [options] [--json]",
    "",
    ...commands.map(({ words, summary }) => `  ${words.padEnd(width)}${summary}`),
    "",
    "`<command> --help` lists its options. With --json one JSON object is printed; errors go to the error output.",
  ].join("\n");
}

function commandHelp({ words, summary, options }: Command): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const left = `--${name}${option.value ? ` ${option.value}` : ""}`;
    return [left, `${option.help}${option.isRequired ? " (required)" : ""}`] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length), 0) + 2;
  return [
    summary,
    "",
    `Usage: npm run -s admin -- ${words} [options] [--json]`,
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
  ].join("\n");
}
