import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const Secret = z.string().min(32);
const Secrets = z.object({
  superuser: Secret,
  owner: Secret,
  user: Secret,
  backup: Secret,
  appSecret: Secret,
});
/** What the embedded database and the sign-in cookies depend on; made once, kept beside the data. */
export type Secrets = z.infer<typeof Secrets>;

/**
 * The secrets in `file`, made on first use and readable by this user only.
 *
 * @throws Error in one sentence when the file is damaged: without it the data beside it cannot be opened
 */
export function readSecrets(file: string): Secrets {
  if (!existsSync(file)) return writeSecrets(file);
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(
      `${file} is damaged: restore it from a backup, or remove the folder it is in to start without data.`,
    );
  }
}

function writeSecrets(file: string): Secrets {
  const secrets: Secrets = {
    superuser: randomSecret(),
    owner: randomSecret(),
    user: randomSecret(),
    backup: randomSecret(),
    appSecret: randomSecret(),
  };
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
  return secrets;
}

/** 256 random bits in letters that need no escaping in a URL. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}
