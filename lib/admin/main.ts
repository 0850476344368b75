import { readEnvironment } from "#lib/boot/environment.ts";
import { complain, say } from "#lib/boot/say.ts";
import { backup, restore } from "./backup-commands.ts";
import { bootstrap } from "./bootstrap-command.ts";
import { departmentPlace } from "./department-command.ts";
import { doctor } from "./doctor-command.ts";
import { erasuresApply, erasuresExport } from "./erasure-commands.ts";
import { helpText } from "./help.ts";
import { importCommand } from "./import-command.ts";
import { mailTest } from "./mail-command.ts";
import {
  apiKeyCreate,
  memberAdd,
  memberResetLink,
  memberResetTwoStep,
  workspaceCreate,
} from "./people-commands.ts";
import { readCommandLine } from "./read-command-line.ts";
import { type Command, UsageError } from "./types.ts";
import { undoCommand } from "./undo-command.ts";

const COMMANDS: readonly Command[] = [
  bootstrap,
  workspaceCreate,
  memberAdd,
  memberResetLink,
  memberResetTwoStep,
  departmentPlace,
  apiKeyCreate,
  undoCommand,
  importCommand,
  mailTest,
  backup,
  restore,
  erasuresExport,
  erasuresApply,
  doctor,
];

/** Run what was typed, print its result, and return the exit code. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    const { command, about, values, isJson } = readCommandLine(argv, COMMANDS);
    if (!command) {
      say(helpText(about));
      return 0;
    }
    const outcome = await command.run(values, readEnvironment());
    say(isJson ? JSON.stringify(outcome.json) : outcome.lines.join("\n"));
    return outcome.isBad ? 1 : 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

const code = await run(process.argv.slice(2));
// Pools may still be open; what was printed must be out before the process ends.
process.stdout.write("", () => process.exit(code));
