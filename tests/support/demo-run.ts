import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forChild } from "../../lib/boot/environment.ts";
import { untilGone } from "../../lib/boot/processes.ts";
import { childrenOf, type ProcessEntry } from "./process-tree.ts";
import { PROJECT } from "./source-files.ts";

/** `npm run demo` as a person would start it in a terminal, on a data folder of its own. */
export class DemoRun {
  readonly #folder: string;
  readonly #npm: ChildProcess;
  output = "";

  constructor(folder: string, environment: Record<string, string>) {
    this.#folder = folder;
    const { DATABASE_URL: _database, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
    this.#npm = spawn("npm", ["run", "demo"], {
      cwd: PROJECT,
      env: forChild({ ...inherited, DATA_FOLDER: folder, ...environment }),
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, as a terminal gives to what runs in the foreground.
      detached: true,
    });
    const collect = (chunk: Buffer) => {
      this.output += chunk.toString("utf8");
    };
    this.#npm.stdout?.on("data", collect);
    this.#npm.stderr?.on("data", collect);
  }

  get pid(): number {
    return this.#npm.pid ?? 0;
  }

  /** Wait until it has printed something. @throws Error with what it printed instead */
  async printed(pattern: RegExp, limitMs: number): Promise<RegExpExecArray> {
    const endsAt = performance.now() + limitMs;
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found;
      if (this.#npm.exitCode !== null || performance.now() > endsAt)
        throw new Error(`${pattern} was not printed:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  get supervisor(): number {
    const lock = JSON.parse(readFileSync(join(this.#folder, "supervisor.pid"), "utf8")) as {
      pid: number;
    };
    return lock.pid;
  }

  /** The child of the supervisor whose command line matches; null while there is none. */
  child(pattern: RegExp): ProcessEntry | null {
    return childrenOf(this.supervisor).find(({ command }) => pattern.test(command)) ?? null;
  }

  /** A signal to npm alone, as a service manager or `kill` sends it. */
  killNpm(name: "SIGTERM" | "SIGKILL"): void {
    process.kill(this.pid, name);
  }

  /** Ctrl-C: the signal reaches npm's whole group. Resolves to the exit code. */
  async interrupt(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => {
      if (this.#npm.exitCode !== null) resolve(this.#npm.exitCode);
      else this.#npm.once("exit", (code) => resolve(code));
    });
    process.kill(-this.pid, "SIGINT");
    const code = await ended;
    await untilGone(this.pid, 5_000);
    return code;
  }
}
