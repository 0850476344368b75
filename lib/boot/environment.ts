import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./places.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the process was given, with what `.env` adds to it. An empty value counts as none. */
export function readEnvironment(): Environment {
  const file = join(PROJECT_FOLDER, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
}

/** Let the rest of this process see these values too. */
export function adoptEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
}

/** Next narrows NODE_ENV in the type of every process's environment; here it is whatever the caller puts there. */
export function forChild(environment: Environment): NodeJS.ProcessEnv {
  return environment as NodeJS.ProcessEnv;
}
