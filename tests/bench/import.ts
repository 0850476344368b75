import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { adoptEnvironment, readEnvironment } from "#lib/boot/environment.ts";
import { PROJECT_FOLDER, placesOf } from "#lib/boot/places.ts";
import { runStep } from "#lib/boot/run-step.ts";
import { workerService } from "#lib/boot/services.ts";
import { peakMb } from "#tests/support/peak-memory.ts";
import { type BenchServer, startBenchServer } from "./bench-server.ts";
import { type BenchKind, isBenchKind, writeBenchFile } from "./import-files.ts";

const ROUNDS = 3;
/** A file so large is measured once. */
const LARGE_ROWS = 5_000_000;
const TARGET_ROWS_PER_SECOND = 30_000;
const TARGET_RATIO = 0.65;
const TARGET_RSS_MB = 300;
const never = new AbortController().signal;

type Round = { importRate: number; floorRate: number; rssMb: number };

/** `npm run bench -- import [rows] [orders or signals]`: the real import in a real worker, the best of three rounds (one above five million rows), and its ratio to the floor. */
export async function benchImport(rows: number, kind = "orders"): Promise<boolean> {
  if (!isBenchKind(kind)) throw new Error("Say which kind: orders or signals.");
  const server = await startBenchServer(join(PROJECT_FOLDER, ".data", "bench"));
  const roundCount = rows > LARGE_ROWS ? 1 : ROUNDS;
  try {
    const file = join(server.folder, `${kind}.csv`);
    await writeBenchFile(file, kind, rows);
    console.log(
      `${rows} ${kind} of ${Math.max(1, Math.floor(rows / 5))} customers, rounds: ${roundCount}`,
    );
    const rounds: Round[] = [];
    for (let round = 1; round <= roundCount; round += 1)
      rounds.push(await runRound(server, { file, kind }, round));
    return report(rounds);
  } finally {
    await server.stop();
  }
}

type BenchFile = { file: string; kind: BenchKind };

async function runRound(server: BenchServer, file: BenchFile, number: number): Promise<Round> {
  const floorRate = await measureFloor(server, file);
  const { rate, rssMb } = await measureImport(server, file);
  console.log(
    `round ${number}: import ${Math.round(rate)} rows/s, floor ${Math.round(floorRate)} rows/s, worker ${Math.round(rssMb)} MB at most`,
  );
  return { importRate: rate, floorRate, rssMb };
}

async function measureFloor(server: BenchServer, { file, kind }: BenchFile): Promise<number> {
  const { databaseUrl, tenantId } = await server.freshDatabase("bench_floor");
  const environment = { ...readEnvironment(), DATABASE_URL: databaseUrl };
  const { output, isFine } = await runStep(
    ["tests/bench/import-floor.ts", kind, file, tenantId],
    environment,
    never,
  );
  if (!isFine) throw new Error(output);
  const { rows, elapsedMs } = JSON.parse(output) as { rows: number; elapsedMs: number };
  return (rows / elapsedMs) * 1000;
}

async function measureImport(
  server: BenchServer,
  { file, kind }: BenchFile,
): Promise<{ rate: number; rssMb: number }> {
  const { databaseUrl, ownerUrl, tenantId } = await server.freshDatabase("bench_import");
  const environment = {
    APP_URL: "http://localhost:3000",
    APP_SECRET: "not used by the worker, but it has to be long",
    DATABASE_URL: databaseUrl,
  };
  const { isFine, output } = await runStep(
    ["tests/bench/queue-import.ts", kind, file],
    { ...readEnvironment(), ...environment, LOG_LEVEL: "silent" },
    never,
  );
  if (!isFine) throw new Error(output);
  adoptEnvironment(environment);
  const service = workerService(
    false,
    { ...readEnvironment(), ...environment },
    placesOf(server.folder),
  );
  const worker = await service.start();
  try {
    const rate = await untilImported(ownerUrl, tenantId);
    return { rate, rssMb: peakMb(worker.pid ?? 0) };
  } finally {
    await service.stop(worker);
  }
}

/** Rows per second from the start of the job to its end. */
async function untilImported(ownerUrl: string, tenantId: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (;;) {
      await client.query("BEGIN");
      await client.query("SELECT app_set_tenant($1)", [tenantId]);
      const { rows } = await client.query<{ status: string; failure: string | null; rate: number }>(
        `SELECT status, failure, (created / nullif(extract(epoch FROM finished_at - started_at), 0))::float AS rate FROM import`,
      );
      await client.query("COMMIT");
      const [found] = rows;
      if (found?.status === "failed") throw new Error(found.failure ?? "The import failed.");
      if (found?.status === "succeeded") return found.rate;
      await sleep(200);
    }
  } finally {
    await client.end();
  }
}

function report(rounds: readonly Round[]): boolean {
  const importRate = Math.max(...rounds.map((round) => round.importRate));
  const floorRate = Math.max(...rounds.map((round) => round.floorRate));
  const rssMb = Math.max(...rounds.map((round) => round.rssMb));
  const ratio = importRate / floorRate;
  const lines = [
    {
      what: "import, best round",
      value: `${Math.round(importRate)} rows/s`,
      isMet: importRate >= TARGET_ROWS_PER_SECOND,
      target: `${TARGET_ROWS_PER_SECOND}`,
    },
    {
      what: "ratio to the floor",
      value: ratio.toFixed(2),
      isMet: ratio >= TARGET_RATIO,
      target: `${TARGET_RATIO}`,
    },
    {
      what: "worker's memory at most",
      value: `${Math.round(rssMb)} MB`,
      isMet: rssMb < TARGET_RSS_MB,
      target: `${TARGET_RSS_MB} MB`,
    },
  ];
  console.log(`floor, best round: ${Math.round(floorRate)} rows/s`);
  for (const { what, value, target, isMet } of lines)
    console.log(`${what}: ${value} (target ${target}: ${isMet ? "met" : "MISSED"})`);
  return lines.every(({ isMet }) => isMet);
}
