import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "./embedded-database.ts";
import { stopPostgres } from "./embedded-postgres.ts";
import type { Environment } from "./environment.ts";
import type { Service } from "./keep-running.ts";
import type { Places } from "./places.ts";
import { spawnNode, stopGroup } from "./spawn-child.ts";
import type { ListenAt } from "./web-address.ts";

/** Small young and old spaces keep an import below 300 MB. */
const WORKER_MEMORY = ["--max-old-space-size=96", "--max-semi-space-size=8"];

/** The embedded PostgreSQL, started again on the port that web and worker already know. */
export function postgresService(places: Places, port: number): Service {
  return {
    name: "database",
    start: async () => {
      const { child } = await startEmbedded(places, port);
      if (!child) throw new Error("PostgreSQL was started by somebody else.");
      return child;
    },
    stop: (child) => stopPostgres({ pid: child.pid ?? 0 }),
  };
}

/** The built web server, or Next's own in watch mode. */
export function webService(
  web: ListenAt & { isWatching: boolean },
  environment: Environment,
  places: Places,
): Service {
  const port = String(web.port);
  const watching = [
    "node_modules/next/dist/bin/next",
    "dev",
    "--hostname",
    web.host,
    "--port",
    port,
  ];
  const argv = web.isWatching ? watching : ["lib/boot/web.ts"];
  const mode = web.isWatching ? "development" : "production";
  const values = { ...environment, NODE_ENV: mode, HOST: web.host, PORT: port };
  return {
    name: "web server",
    start: async () => spawnNode("web", argv, values, places),
    stop: (child) => stopGroup(child, 8_000),
  };
}

/** The process that runs the jobs. */
export function workerService(
  isWatching: boolean,
  environment: Environment,
  places: Places,
): Service {
  const argv = [...WORKER_MEMORY, ...(isWatching ? ["--watch"] : []), "lib/jobs/worker.ts"];
  return {
    name: "worker",
    start: async () =>
      spawnNode("worker", argv, { ...environment, NODE_ENV: "production" }, places),
    stop: (child) => stopGroup(child, 12_000),
  };
}

/** Wait until the web server answers anything at all, at most `limitMs`; `isHopeless` ends the wait early. */
export async function untilServing(
  url: string,
  limitMs: number,
  isHopeless: () => boolean,
): Promise<boolean> {
  const endsAt = performance.now() + limitMs;
  while (performance.now() < endsAt && !isHopeless()) {
    if (await answers(url)) return true;
    await sleep(100);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
