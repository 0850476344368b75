import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { launchArguments, type PostgresLaunch } from "./postgres-binaries.ts";

type ClusterOptions = { folder: string; superuserPassword: string; isThrowaway: boolean };

/**
 * Make the data folder of a cluster unless it is there. A folder left half-made is made again.
 *
 * @throws Error with initdb's own words
 */
export function makeCluster(launch: PostgresLaunch, options: ClusterOptions): void {
  const { folder } = options;
  if (existsSync(join(folder, "PG_VERSION")) && existsSync(join(folder, "global", "pg_control")))
    return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (launch.ownerId !== null) checkReachable(folder);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  if (launch.ownerId !== null) {
    chownSync(folder, launch.ownerId, launch.ownerId);
    chownSync(passwordFile, launch.ownerId, launch.ownerId);
  }
  try {
    initialise(launch, options, passwordFile);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder ${folder}: ${lastWords(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Another user than root runs Postgres here: every folder above must let it pass. */
function checkReachable(folder: string): void {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if ((statSync(above).mode & 0o001) !== 0) continue;
    throw new Error(
      `PostgreSQL cannot run as root here, and nobody else may enter ${above}: set DATA_FOLDER to a folder that everybody may enter, such as /var/lib/throughline.`,
    );
  }
}

function initialise(launch: PostgresLaunch, options: ClusterOptions, passwordFile: string): void {
  const own = [
    ...["-D", options.folder, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...(options.isThrowaway ? ["--no-sync"] : []),
  ];
  execFileSync(launch.command("initdb"), launchArguments(launch, "initdb", own), {
    cwd: dirname(options.folder),
    ...launch.options,
    stdio: "pipe",
  });
}

function lastWords(error: unknown): string {
  const stderr = (error as { stderr?: Buffer }).stderr?.toString().trim();
  return stderr ? (stderr.split("\n").at(-1) ?? stderr) : String(error);
}
