import { generateClient } from "#lib/boot/generate-client.ts";
import { runProgram } from "#lib/boot/say.ts";

type Bench = (argument: string | undefined, more: string | undefined) => Promise<boolean>;

// Loaded when asked for: they need the database client, which a fresh clone has yet to generate.
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  /** A backup and its restore: counts, checksums, seconds. */
  backup: async () => {
    const { benchBackup } = await import("./backup.ts");
    return (rows = "1000000") => benchBackup(Number(rows));
  },
  /** Fit and scores of simulated customers, in memory. */
  clv: async () => {
    const { benchClv } = await import("./clv.ts");
    return (customers = "1000000") => benchClv(Number(customers));
  },
  /** Orders in PostgreSQL to scores in PostgreSQL. */
  "clv-run": async () => {
    const { benchClvRun } = await import("./clv-run.ts");
    return (customers = "1000000", contacts = "0") =>
      benchClvRun(Number(customers), Number(contacts));
  },
  /** Feedback by segment, beside all of it. */
  feedback: async () => {
    const { benchFeedback } = await import("./feedback.ts");
    return (signals = "700000") => benchFeedback(Number(signals));
  },
  /** The real import in a real worker: rows a second, ratio to the floor, memory. */
  import: async () => {
    const { benchImport } = await import("./import.ts");
    return (rows = "1000000", kind) => benchImport(Number(rows), kind);
  },
  /** An import and its undo under kills. */
  kills: async () => (await import("./kills.ts")).benchKills,
  /** The worker's memory over two million lines behind a lone quote. */
  memory: async () => (await import("./memory.ts")).benchMemory,
  /** Every way to find a customer, beside one read by its key. */
  search: async () => {
    const { benchSearch } = await import("./search.ts");
    return (rows = "1000000") => benchSearch(Number(rows));
  },
  /** Members of segments, and the count of the builder. */
  segments: async () => {
    const { benchSegments } = await import("./segments.ts");
    return (customers = "1000000") => benchSegments(Number(customers));
  },
  /** The value of every customer, in one pass. */
  value: async () => {
    const { benchValue } = await import("./value.ts");
    return (rows = "1000000") => benchValue(Number(rows));
  },
};

/** `npm run bench -- <what> [argument] [more]`; ends with 1 when a target is missed. */
await runProgram(async () => {
  const [what = "", argument, more] = process.argv.slice(2);
  const load = BENCHES[what];
  if (!load) throw new Error(`Say what to measure: ${Object.keys(BENCHES).join(", ")}.`);
  await generateClient(process.env, new AbortController().signal);
  const bench = await load();
  process.exit((await bench(argument, more)) ? 0 : 1);
});
