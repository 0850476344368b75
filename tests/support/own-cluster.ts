import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startPostgres, stopPostgres } from "#lib/boot/embedded-postgres.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { signal, untilGone } from "#lib/boot/processes.ts";
import { bootstrapSql, databaseSql } from "#lib/boot/roles.ts";
import { roleUrl, runSql, TEST_PASSWORD } from "./cluster.ts";

const DATABASE = "crash";
const RESTART_TRIES = 40;

/** A server of one test's own, with fsync on, that may be killed. */
export class OwnCluster {
  readonly #folder = mkdtempSync(join(tmpdir(), "throughline-crash-"));
  #running: EmbeddedPostgres | null = null;
  #port: number | undefined;

  /** Start it and fill it, its tables in the folder `tablespace` if one is given; sets DATABASE_URL and DATABASE_OWNER_URL of this process. */
  async start(tablespace?: string): Promise<void> {
    // Where root may make no user namespace, Postgres runs as nobody and must get in.
    chmodSync(this.#folder, 0o755);
    await this.#spawn();
    const roles = bootstrapSql({
      owner: TEST_PASSWORD,
      user: TEST_PASSWORD,
      backup: TEST_PASSWORD,
    });
    await runSql(this.#superuserUrl(), [...roles, ...databaseSql(DATABASE)]);
    if (tablespace) {
      await runSql(this.#superuserUrl(), [
        `CREATE TABLESPACE small LOCATION '${tablespace}'`,
        `ALTER DATABASE ${DATABASE} SET TABLESPACE small`,
      ]);
    }
    const ownerUrl = roleUrl(this.#superuserUrl(), "app_owner", DATABASE);
    await migrateDatabase(ownerUrl);
    process.env["DATABASE_OWNER_URL"] = ownerUrl;
    process.env["DATABASE_URL"] = roleUrl(this.#superuserUrl(), "app_user", DATABASE);
  }

  /** End it at once with `name`, as a power cut would, or in order by SIGINT, and start it again on the same port. */
  async crash(name: "SIGKILL" | "SIGQUIT" | "SIGINT"): Promise<void> {
    const pid = this.#running?.pid ?? 0;
    signal(pid, name);
    await untilGone(pid, 10_000);
    await this.#spawn();
  }

  async stop(): Promise<void> {
    if (this.#running) await stopPostgres(this.#running);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #superuserUrl(): string {
    return `postgresql://postgres:${TEST_PASSWORD}@127.0.0.1:${this.#port}/postgres`;
  }

  /** After SIGKILL the backends need a moment to notice; until then a new server refuses to start. */
  async #spawn(triesLeft = RESTART_TRIES): Promise<void> {
    try {
      this.#running = await startPostgres({
        folder: join(this.#folder, "data"),
        superuserPassword: TEST_PASSWORD,
        logFile: join(this.#folder, "log"),
        ...(this.#port === undefined ? {} : { port: this.#port }),
      });
      this.#port = this.#running.port;
    } catch (error) {
      if (triesLeft === 0) throw error;
      await sleep(250);
      await this.#spawn(triesLeft - 1);
    }
  }
}
