import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { lastLines } from "./log-file.ts";
import { makeCluster } from "./make-cluster.ts";
import { freePort } from "./ports.ts";
import { findPostgres, launchArguments } from "./postgres-binaries.ts";
import { postgresSettings } from "./postgres-settings.ts";
import { commandLine, isAlive, signal, untilGone } from "./processes.ts";

/** A running Postgres of our own on loopback. `child` is null when somebody else started it. */
export type EmbeddedPostgres = { port: number; pid: number; child: ChildProcess | null };

export type EmbeddedOptions = {
  /** Folder of the cluster; made on first use. */
  folder: string;
  superuserPassword: string;
  logFile: string;
  /** A throw-away cluster for tests: no fsync. */
  isThrowaway?: boolean;
  /** The port to take again after a crash; a free one otherwise. */
  port?: number;
};

/**
 * Start the cluster in `folder`, making it first if need be, and wait until it answers.
 *
 * @throws Error with the reason in one sentence and the last lines of its log
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const launch = findPostgres();
  const isThrowaway = options.isThrowaway ?? false;
  mkdirSync(dirname(options.logFile), { recursive: true });
  makeCluster(launch, { ...options, isThrowaway });
  removeStalePidFile(options.folder);
  const port = options.port ?? (await freePort());
  const own = ["-D", options.folder, ...postgresSettings(options.folder, port, isThrowaway)];
  const log = openSync(options.logFile, "a");
  const child = spawn(launch.command("postgres"), launchArguments(launch, "postgres", own), {
    ...launch.options,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const running = { port, child, pid: child.pid ?? 0 };
  await untilReady(running, options);
  return running;
}

/** The Postgres that already runs on `folder` and lets us in, or null. */
export async function findRunning(
  folder: string,
  password: string,
): Promise<EmbeddedPostgres | null> {
  const found = readPidFile(folder);
  if (!found || !isAlive(found.pid) || found.port === 0) return null;
  return (await answers(found.port, password)) ? { ...found, child: null } : null;
}

/** Ask Postgres for a fast shutdown and wait for it; after 20 s end it hard. */
export async function stopPostgres(running: Pick<EmbeddedPostgres, "pid">): Promise<void> {
  signal(running.pid, "SIGINT");
  if (await untilGone(running.pid, 20_000)) return;
  signal(running.pid, "SIGQUIT");
  await untilGone(running.pid, 5_000);
}

/** Stop what a killed parent left running on `folder`. */
export async function stopLeftover(folder: string): Promise<void> {
  const found = readPidFile(folder);
  if (found && isPostgres(found.pid)) await stopPostgres(found);
}

function readPidFile(folder: string): { pid: number; port: number } | null {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]) || 0 } : null;
}

/** A pid file whose number now belongs to another program, as after a restart of a container, stops Postgres from starting. */
function removeStalePidFile(folder: string): void {
  const found = readPidFile(folder);
  if (found && !isPostgres(found.pid)) rmSync(join(folder, "postmaster.pid"), { force: true });
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  return command === null || command.includes("postgres");
}

async function untilReady(running: EmbeddedPostgres, options: EmbeddedOptions): Promise<void> {
  const endsAt = performance.now() + 60_000;
  let failure = "";
  running.child?.once("error", (error) => {
    failure = error.message;
  });
  while (performance.now() < endsAt && failure === "" && running.child?.exitCode === null) {
    if (await answers(running.port, options.superuserPassword)) return;
    await sleep(50);
  }
  if (running.child?.exitCode === null) signal(running.pid, "SIGQUIT");
  throw new Error(
    `PostgreSQL did not start. ${failure || `Its log ends: ${lastLines(options.logFile, 3).join(" | ")}`}`,
  );
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
