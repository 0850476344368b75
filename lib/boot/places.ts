import { join, resolve } from "node:path";

export const PROJECT_FOLDER = join(import.meta.dirname, "..", "..");

/** Where this installation keeps what outlives a process. */
export type Places = {
  folder: string;
  /** The data folder of the embedded PostgreSQL. */
  cluster: string;
  secrets: string;
  /** One log file per process. */
  logs: string;
  /** Who uses the folder now. */
  lock: string;
};

/** `.data` in the project, or the folder that DATA_FOLDER names. */
export function placesOf(dataFolder: string | undefined): Places {
  const folder = resolve(PROJECT_FOLDER, dataFolder ?? ".data");
  return {
    folder,
    cluster: join(folder, "postgres"),
    secrets: join(folder, "secrets.json"),
    logs: join(folder, "log"),
    lock: join(folder, "supervisor.pid"),
  };
}
