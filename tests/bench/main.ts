import { runProgram } from "#lib/boot/say.ts";
import { benchImport } from "./import.ts";
import { benchKills } from "./kills.ts";
import { benchMemory } from "./memory.ts";

const BENCHES: Readonly<Record<string, (argument: string | undefined) => Promise<boolean>>> = {
  /** The real import in a real worker: rows a second, ratio to the floor, memory. */
  import: (rows = "1000000") => benchImport(Number(rows)),
  /** An import and its undo under kills. */
  kills: benchKills,
  /** The worker's memory over two million lines behind a lone quote. */
  memory: benchMemory,
};

/** `npm run bench -- <what> [argument]`; ends with 1 when a target is missed. */
await runProgram(async () => {
  const [what = "", argument] = process.argv.slice(2);
  const bench = BENCHES[what];
  if (!bench) throw new Error(`Say what to measure: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit((await bench(argument)) ? 0 : 1);
});
