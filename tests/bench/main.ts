import { runProgram } from "#lib/boot/say.ts";
import { benchBackup } from "./backup.ts";
import { benchImport } from "./import.ts";

const BENCHES: Readonly<Record<string, (rows: number) => Promise<boolean>>> = {
  backup: benchBackup,
  import: benchImport,
};

/** `npm run bench -- import [rows]`, `npm run bench -- backup [rows]`. */
await runProgram(async () => {
  const [what = "", rows = "1000000"] = process.argv.slice(2);
  const bench = BENCHES[what];
  if (!bench)
    throw new Error(
      `Say what to measure: ${Object.keys(BENCHES).join(" or ")}, and how many rows.`,
    );
  const isMet = await bench(Number(rows));
  process.exit(isMet ? 0 : 1);
});
