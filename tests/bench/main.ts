import { runProgram } from "#lib/boot/say.ts";
import { benchBackup } from "./backup.ts";
import { benchClv } from "./clv.ts";
import { benchImport } from "./import.ts";
import { benchKills } from "./kills.ts";
import { benchMemory } from "./memory.ts";
import { benchSearch } from "./search.ts";
import { benchValue } from "./value.ts";

type Bench = (argument: string | undefined, kind: string | undefined) => Promise<boolean>;

const BENCHES: Readonly<Record<string, Bench>> = {
  /** A backup and its restore: counts, checksums, seconds. */
  backup: (rows = "1000000") => benchBackup(Number(rows)),
  /** Fit and scores of simulated customers, in memory. */
  clv: (customers = "1000000") => benchClv(Number(customers)),
  /** The real import in a real worker: rows a second, ratio to the floor, memory. */
  import: (rows = "1000000", kind) => benchImport(Number(rows), kind),
  /** An import and its undo under kills. */
  kills: benchKills,
  /** Every way to find a customer, beside one read by its key. */
  search: (rows = "1000000") => benchSearch(Number(rows)),
  /** The value of every customer, in one pass. */
  value: (rows = "1000000") => benchValue(Number(rows)),
  /** The worker's memory over two million lines behind a lone quote. */
  memory: benchMemory,
};

/** `npm run bench -- <what> [argument] [kind]`; ends with 1 when a target is missed. */
await runProgram(async () => {
  const [what = "", argument, kind] = process.argv.slice(2);
  const bench = BENCHES[what];
  if (!bench) throw new Error(`Say what to measure: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit((await bench(argument, kind)) ? 0 : 1);
});
