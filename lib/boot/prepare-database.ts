import { setTimeout as sleep } from "node:timers/promises";
import {
  type DatabaseUrls,
  embeddedUrls,
  fillEmbedded,
  startEmbedded,
} from "./embedded-database.ts";
import { type EmbeddedPostgres, findRunning, stopPostgres } from "./embedded-postgres.ts";
import type { Environment } from "./environment.ts";
import { readLock, takeLock } from "./folder-lock.ts";
import { ownUrls, prepareOwn } from "./own-database.ts";
import type { Places } from "./places.ts";
import type { Patience } from "./reach-database.ts";
import { readSecrets } from "./secrets.ts";

/** A database that is reached, migrated and safe to serve from. */
export type PreparedDatabase = DatabaseUrls & {
  /** Null where DATABASE_URL points at a server of the operator's own. */
  embedded: EmbeddedPostgres | null;
};

/** For a supervisor that holds the lock of the folder: start the embedded PostgreSQL or reach the operator's own server. */
export async function prepareDatabase(
  given: Environment,
  places: Places,
  patience: Patience,
): Promise<PreparedDatabase> {
  if (given["DATABASE_URL"] !== undefined) {
    const urls = ownUrls(given);
    await prepareOwn(urls, patience);
    return { ...urls, embedded: null };
  }
  const embedded = await startEmbedded(places);
  try {
    return { ...(await fillEmbedded(places, embedded.port)), embedded };
  } catch (error) {
    await stopPostgres(embedded);
    throw error;
  }
}

/** For a command: the database of the running supervisor, or one of its own for as long as it runs. */
export async function attachDatabase(
  given: Environment,
  places: Places,
  patience: Patience,
): Promise<DatabaseUrls & { detach: () => Promise<void> }> {
  const running = given["DATABASE_URL"] === undefined ? await findSupervised(places) : null;
  if (running) return { ...embeddedUrls(places, running.port), detach: async () => undefined };

  const release =
    given["DATABASE_URL"] === undefined ? await takeLock(places, "command") : () => undefined;
  try {
    const { embedded, ...urls } = await prepareDatabase(given, places, patience);
    const detach = async () => {
      if (embedded) await stopPostgres(embedded);
      release();
    };
    return { ...urls, detach };
  } catch (error) {
    release();
    throw error;
  }
}

/** The PostgreSQL of a supervisor, waited for while it starts; null when no supervisor runs. */
async function findSupervised(places: Places): Promise<EmbeddedPostgres | null> {
  while (readLock(places)?.holder === "supervisor") {
    const running = await findRunning(places.cluster, readSecrets(places.secrets).superuser);
    if (running) return running;
    await sleep(200);
  }
  return null;
}
