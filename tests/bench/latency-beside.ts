import { setTimeout as sleep } from "node:timers/promises";
import { createApiKey } from "#lib/admin/commands/create-api-key.ts";
import { inTransaction } from "#lib/admin/owner-client.ts";
import { buildWeb } from "#lib/boot/build-web.ts";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import { readEnvironment } from "#lib/boot/environment.ts";
import { placesOf } from "#lib/boot/places.ts";
import { freePort } from "#lib/boot/ports.ts";
import { untilServing, webService, workerService } from "#lib/boot/services.ts";
import { BENCH_ENVIRONMENT } from "./bench-environment.ts";

/** A pause between requests that stays below the limit of a key. */
const PAUSE_MS = 120;
const IDLE_REQUESTS = 150;
const WARM_UP = 20;
const PATHS = ["/api/v1/customers?limit=50", "/api/v1/customers/C1/value", "/sign-in"] as const;
const never = new AbortController().signal;

export type Latency = { requests: number; p50: number; p95: number };

/**
 * What a built web server answers with, request after request, first while nothing else goes on and then while `work` goes
 * on in a real worker beside it, in milliseconds.
 */
export async function latencyBeside(
  folder: string,
  { databaseUrl, ownerUrl }: DatabaseUrls,
  work: () => Promise<void>,
): Promise<{ idle: Latency; busy: Latency }> {
  const places = placesOf(folder);
  await buildWeb(process.env, places, never);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = {
    ...readEnvironment(),
    ...BENCH_ENVIRONMENT,
    APP_URL: origin,
    DATABASE_URL: databaseUrl,
  };
  const { key } = await inTransaction(ownerUrl, (client) =>
    createApiKey(client, { workspace: "bench", name: "Bench", scope: ["all"] }),
  );
  const at = { host: "127.0.0.1", port, isWatching: false };
  const services = [
    webService(at, environment, places),
    workerService(false, environment, places),
  ] as const;
  const children = await Promise.all(services.map((service) => service.start()));
  try {
    if (!(await untilServing(`${origin}/api/health/live`, 60_000, () => false)))
      throw new Error("The web server does not answer.");
    const asked = { origin, key };
    await askUntil(asked, (count) => count >= WARM_UP);
    const idle = await askUntil(asked, (count) => count >= IDLE_REQUESTS);
    let isDone = false;
    const working = work().finally(() => {
      isDone = true;
    });
    const busy = await askUntil(asked, () => isDone);
    await working;
    return { idle, busy };
  } finally {
    await Promise.all(
      services.map((service, which) => {
        const child = children[which];
        return child ? service.stop(child) : undefined;
      }),
    );
  }
}

type Asked = { origin: string; key: string };

async function askUntil(
  { origin, key }: Asked,
  isEnough: (count: number) => boolean,
): Promise<Latency> {
  const elapsed: number[] = [];
  while (!isEnough(elapsed.length)) {
    const path = PATHS[elapsed.length % PATHS.length];
    const startedMs = performance.now();
    const response = await fetch(`${origin}${path}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answers ${response.status}. ${text}`);
    elapsed.push(performance.now() - startedMs);
    await sleep(PAUSE_MS);
  }
  const sorted = elapsed.sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { requests: sorted.length, p50: quantile(0.5), p95: quantile(0.95) };
}
