import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startPostgres, stopPostgres } from "#lib/boot/embedded-postgres.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { isAlive, signal, untilGone } from "#lib/boot/processes.ts";
import { bootstrapSql, databaseSql } from "#lib/boot/roles.ts";
import { roleUrl, runSql, TEST_PASSWORD } from "./cluster.ts";

const DATABASE = "crash";
const RESTART_TRIES = 40;

/** A server of one test's own, with fsync on, that may be killed. */
export class OwnCluster {
  readonly #folder = mkdtempSync(join(tmpdir(), "throughline-crash-"));
  readonly #data: string;
  #running: EmbeddedPostgres | null = null;
  #port: number | undefined;

  /** `place`: where its whole data folder is to lie, write-ahead log included. */
  constructor(place?: string) {
    this.#data = join(place ?? this.#folder, "data");
  }

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

  /** Whether the server still runs: one that cannot write its log gives up. */
  get isRunning(): boolean {
    return this.#running !== null && isAlive(this.#running.pid);
  }

  /** Start it again once, as the supervisor tries to again and again; whether it came up. */
  async startAgain(): Promise<boolean> {
    try {
      await this.#spawn(0);
      return true;
    } catch {
      return false;
    }
  }

  /** What its log says that matches. */
  logLines(pattern: RegExp): string[] {
    const lines = readFileSync(join(this.#folder, "log"), "utf8").split("\n");
    return lines.filter((line) => pattern.test(line));
  }

  /** Run a statement as its superuser. */
  run(statement: string): Promise<void> {
    return runSql(this.#superuserUrl(), [statement]);
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
        folder: this.#data,
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
