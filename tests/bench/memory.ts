import { join } from "node:path";
import { adoptEnvironment } from "#lib/boot/environment.ts";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import { peakMb } from "#tests/support/peak-memory.ts";
import { BENCH_ENVIRONMENT } from "./bench-environment.ts";
import { startBenchServer } from "./bench-server.ts";

const LINES = 2_000_000;
const BLOCK = 10_000;
const TARGET_MB = 300;
const LIMIT_MS = 30 * 60_000;

/** `npm run bench -- memory`: a dry run of two million lines behind a lone quote, in a real worker. */
export async function benchMemory(): Promise<boolean> {
  const server = await startBenchServer(join(PROJECT_FOLDER, ".data", "bench-memory"));
  try {
    const { databaseUrl } = await server.freshDatabase("bench_memory");
    adoptEnvironment({ ...BENCH_ENVIRONMENT, DATABASE_URL: databaseUrl });
    return await measure();
  } finally {
    await server.stop();
  }
}

async function measure(): Promise<boolean> {
  // Loaded now, so that their modules read the environment just set.
  const { systemSession } = await import("#lib/auth/system-session.ts");
  const { startImport } = await import("#lib/imports/index.ts");
  const { untilEnded, Workers } = await import("#tests/support/worker-process.ts");
  const session = await systemSession("bench", "operator");
  const request = {
    kind: "orders",
    fileName: "lone-quote.csv",
    isDryRun: true,
    origin: "command_line",
  } as const;
  const { id } = await startImport(session, request, loneQuote());
  const workers = new Workers();
  try {
    const worker = workers.start();
    const startedMs = performance.now();
    const { status, counts } = await untilEnded(session, id, LIMIT_MS);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const mb = Math.round(peakMb(worker.pid ?? 0));
    const isExact = counts.created === LINES && counts.rejected === 1;
    console.log(
      `${LINES} lines behind a lone quote: ${status}, ${counts.created} good, ${counts.rejected} rejected in ${seconds} s`,
    );
    console.log(
      `worker's memory at most: ${mb} MB (target ${TARGET_MB} MB: ${mb < TARGET_MB ? "met" : "MISSED"})`,
    );
    return isExact && mb < TARGET_MB;
  } finally {
    await workers.killAll();
  }
}

async function* loneQuote(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('order_id,customer_id,date,amount\nO-1,"C1,2025-03-01,1\n');
  for (let first = 0; first < LINES; first += BLOCK) {
    const rows = Array.from(
      { length: BLOCK },
      (_, at) => `O${first + at},C${at % 100},2025-03-01,1.50\n`,
    );
    yield Buffer.from(rows.join(""));
  }
}
