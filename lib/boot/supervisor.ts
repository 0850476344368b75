import { join } from "node:path";
import { buildWeb, isBuilt } from "./build-web.ts";
import { childEnvironment, type ServedAt } from "./child-environment.ts";
import type { DatabaseUrls } from "./embedded-database.ts";
import type { Environment } from "./environment.ts";
import { takeLock } from "./folder-lock.ts";
import { generateClient } from "./generate-client.ts";
import { type Kept, keepRunning } from "./keep-running.ts";
import { lastLines } from "./log-file.ts";
import { type Places, placesOf } from "./places.ts";
import { type PreparedDatabase, prepareDatabase } from "./prepare-database.ts";
import { say } from "./say.ts";
import { postgresService, untilServing, webService, workerService } from "./services.ts";
import { stopSignal, untilAborted } from "./stop-signal.ts";
import type { ListenAt } from "./web-address.ts";

/** How one of `npm run demo`, `npm start` and `npm run dev` differs from the others. */
export type Run = {
  given: Environment;
  /** Whether web and worker follow changes of the sources. */
  isWatching: boolean;
  /** Where to listen; asked once the data folder is ours. */
  listenAt: () => Promise<ListenAt>;
  /** The address that people use, and the secret behind their sign-ins. */
  servedAt: (places: Places, at: ListenAt) => ServedAt;
  /** Done between migrating and serving, such as the demo's data. */
  seed?: (environment: Environment, urls: DatabaseUrls, aborted: AbortSignal) => Promise<void>;
  /** Printed when everything runs. */
  welcome: (appUrl: string) => string;
};

const DATABASE_PATIENCE_MS = 60_000;
const WEB_PATIENCE_MS = 120_000;

/**
 * Prepare the database, build, serve, and keep everything running until a signal asks to stop; then stop web, worker and
 * database in this order. Nothing it started stays alive.
 */
export async function supervise(run: Run): Promise<void> {
  const stop = stopSignal(run.given["npm_lifecycle_event"] !== undefined);
  const aborted = stop.signal;
  const places = placesOf(run.given["DATA_FOLDER"]);
  const release = await takeLock(places, "supervisor");
  const kept: Kept[] = [];
  try {
    await startAll(run, places, kept, aborted);
    await untilAborted(aborted);
    say("Stopping.");
  } catch (error) {
    if (!aborted.aborted) throw error;
  } finally {
    // What still builds or seeds ends too.
    stop.abort();
    for (const service of kept.reverse()) await service.stop();
    release();
  }
}

async function startAll(
  run: Run,
  places: Places,
  kept: Kept[],
  aborted: AbortSignal,
): Promise<void> {
  const at = await run.listenAt();
  const served = run.servedAt(places, at);
  await generateClient(run.given, aborted);
  const building = run.isWatching ? null : startBuild(run.given, places, aborted);
  // Its failure is looked at below, where it is awaited.
  building?.catch(() => undefined);

  const database = await keepDatabase(run, places, kept, aborted);
  aborted.throwIfAborted();
  const environment = childEnvironment(run.given, database, served);
  await run.seed?.(environment, database, aborted);
  await building;
  aborted.throwIfAborted();

  kept.push(await keepRunning(workerService(run.isWatching, environment, places), say));
  const web = await keepRunning(
    webService({ ...at, isWatching: run.isWatching }, environment, places),
    say,
  );
  kept.push(web);
  await untilWebServes(at, web, places, aborted);
  if (!aborted.aborted) say(run.welcome(served.appUrl));
}

async function startBuild(given: Environment, places: Places, aborted: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  say("Building the web server; this takes a minute and is skipped while nothing changes.");
  await buildWeb(given, places, aborted);
}

async function keepDatabase(
  run: Run,
  places: Places,
  kept: Kept[],
  aborted: AbortSignal,
): Promise<PreparedDatabase> {
  say("Preparing the database.");
  const database = await prepareDatabase(run.given, places, {
    forMs: DATABASE_PATIENCE_MS,
    onWait: say,
    aborted,
  });
  const { embedded } = database;
  if (embedded?.child)
    kept.push(await keepRunning(postgresService(places, embedded.port), say, embedded.child));
  return database;
}

async function untilWebServes(
  at: ListenAt,
  web: Kept,
  places: Places,
  aborted: AbortSignal,
): Promise<void> {
  const host = at.host === "0.0.0.0" || at.host === "::" ? "127.0.0.1" : at.host;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${at.port}/api/health/live`;
  const isHopeless = () => aborted.aborted || web.endings() >= 3;
  if (await untilServing(url, WEB_PATIENCE_MS, isHopeless)) return;
  if (aborted.aborted) return;
  const log = join(places.logs, "web.log");
  throw new Error(
    `The web server does not answer. The end of ${log}:\n${lastLines(log, 15).join("\n")}`,
  );
}
