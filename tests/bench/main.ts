import { runProgram } from "#lib/boot/say.ts";
import { benchImport } from "./import.ts";

/** `npm run bench -- import [rows]`. */
await runProgram(async () => {
  const [what, rows = "1000000"] = process.argv.slice(2);
  if (what !== "import") throw new Error("Say what to measure: npm run bench -- import [rows].");
  const isMet = await benchImport(Number(rows));
  process.exit(isMet ? 0 : 1);
});
