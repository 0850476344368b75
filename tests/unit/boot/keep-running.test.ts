import { type ChildProcess, spawn } from "node:child_process";
import { describe, expect, it, vi } from "vitest";
import { keepRunning, type Service } from "#lib/boot/keep-running.ts";
import { isAlive, signal } from "#lib/boot/processes.ts";

/** A service that does nothing for as long as it is left alone. */
function idle(started: ChildProcess[]): Service {
  return {
    name: "idler",
    start: async () => {
      const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
        stdio: "ignore",
      });
      started.push(child);
      return child;
    },
    stop: async (child) => signal(child.pid ?? 0, "SIGTERM"),
  };
}

describe("keepRunning", () => {
  it("starts a killed service again, and says so", async () => {
    const started: ChildProcess[] = [];
    const said = vi.fn();
    const kept = await keepRunning(idle(started), said);
    signal(started[0]?.pid ?? 0, "SIGKILL");
    await vi.waitUntil(() => started.length === 2, { timeout: 5_000 });
    expect(said).toHaveBeenCalledWith("The idler ended unexpectedly and is started again.");
    expect(kept.endings()).toBe(1);
    await kept.stop();
    expect(started.map(({ pid }) => isAlive(pid ?? 0))).toEqual([false, false]);
  });

  it("does not start again what it was asked to stop", async () => {
    const started: ChildProcess[] = [];
    const kept = await keepRunning(idle(started), () => undefined);
    await kept.stop();
    expect(started).toHaveLength(1);
    expect(kept.endings()).toBe(0);
  });

  it("tries again when a start fails, and says why", async () => {
    const started: ChildProcess[] = [];
    const service = idle(started);
    const said: string[] = [];
    const start = vi.fn(service.start);
    const kept = await keepRunning({ ...service, start }, (sentence) => said.push(sentence));
    start.mockRejectedValueOnce(new Error("no room"));
    signal(started[0]?.pid ?? 0, "SIGKILL");
    await vi.waitUntil(() => started.length === 2, { timeout: 5_000 });
    expect(said).toContain("The idler could not be started: no room");
    await kept.stop();
  });

  it("refuses when the first start fails", async () => {
    const service = { ...idle([]), start: () => Promise.reject(new Error("no room")) };
    await expect(keepRunning(service, () => undefined)).rejects.toThrow("no room");
  });
});
