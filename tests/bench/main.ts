import { runProgram } from "#lib/boot/say.ts";
import { benchImport } from "./import.ts";
import { benchSearch } from "./search.ts";

const BENCHES = { import: benchImport, search: benchSearch } as const;

/** `npm run bench -- import|search [rows]`. */
await runProgram(async () => {
  const [what = "", rows = "1000000"] = process.argv.slice(2);
  const bench = Object.entries(BENCHES).find(([name]) => name === what)?.[1];
  if (!bench) throw new Error("Say what to measure: npm run bench -- import|search [rows].");
  const isMet = await bench(Number(rows));
  process.exit(isMet ? 0 : 1);
});
