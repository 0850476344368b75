import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { freePort } from "../../lib/boot/ports.ts";
import { isAlive } from "../../lib/boot/processes.ts";
import { admin } from "../support/admin.ts";
import { DemoRun } from "../support/demo-run.ts";

const DATABASE = /postgres.* -D /;
const WORKER = /lib\/jobs\/worker\.ts/;
const WEB = /lib\/boot\/web\.ts|next-server/;

test.skip(process.platform !== "linux", "reads /proc");
test.describe.configure({ mode: "serial" });

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-supervisor-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the doctor finds wrong with the demo. */
async function failedChecks(): Promise<string[]> {
  const environment = { DATA_FOLDER: folder, DATABASE_URL: "", DATABASE_OWNER_URL: "" };
  const { stdout } = await admin(["doctor"], environment);
  return stdout.split("\n").filter((line) => line.startsWith("fail"));
}

async function status(url: string): Promise<number> {
  try {
    return (await fetch(`${url}/api/health/ready`)).status;
  } catch {
    return 0;
  }
}

test("the demo starts, mends itself, and stops without leaving anything behind", async () => {
  test.setTimeout(180_000);
  const port = await freePort();
  const demo = new DemoRun(folder, { PORT: String(port) });
  try {
    await demo.printed(new RegExp(`runs at http://localhost:${port}`), 120_000);
    expect(demo.output).toContain("ada@alderfinch.example");
    const url = `http://127.0.0.1:${port}`;
    expect(await status(url)).toBe(200);

    const started: number[] = [];
    for (const pattern of [DATABASE, WORKER, WEB]) {
      const before = demo.child(pattern);
      expect(before, String(pattern)).not.toBeNull();
      started.push(before?.pid ?? 0);
      process.kill(before?.pid ?? 0, "SIGKILL");
      await expect
        .poll(() => demo.child(pattern)?.pid ?? before?.pid, { timeout: 30_000 })
        .not.toBe(before?.pid);
      await expect.poll(() => status(url), { timeout: 30_000 }).toBe(200);
      started.push(demo.child(pattern)?.pid ?? 0);
    }

    // The worker is first heard when it looks at its queues, every five seconds.
    await expect.poll(failedChecks, { timeout: 30_000 }).toEqual([]);

    const rival = new DemoRun(folder, { PORT: String(port) });
    await rival.printed(/Throughline already runs on/, 20_000);

    started.push(demo.supervisor, demo.pid);
    await demo.interrupt();
    await expect.poll(() => started.filter(isAlive), { timeout: 20_000 }).toEqual([]);
    expect(await status(url)).toBe(0);
  } finally {
    if (isAlive(demo.pid)) await demo.interrupt();
  }
});

test("a second start keeps the data, moves away from a busy port, and is quick", async () => {
  test.setTimeout(60_000);
  const port = Number(process.env["E2E_PORT"]);
  const demo = new DemoRun(folder, { PORT: String(port) });
  const startedMs = performance.now();
  try {
    await demo.printed(new RegExp(`Port ${port} is busy: port \\d+ is taken instead`), 20_000);
    await demo.printed(/runs at http:\/\/localhost:\d+/, 30_000);
    // 10 s on a machine with nothing else to do; the tests of a second worker run beside this one.
    expect(performance.now() - startedMs).toBeLessThan(20_000);
    expect(demo.output).not.toContain("were imported");
  } finally {
    await demo.interrupt();
  }
});

for (const name of ["SIGTERM", "SIGKILL"] as const) {
  test(`everything ends in order when npm alone gets ${name}`, async () => {
    test.setTimeout(60_000);
    const demo = new DemoRun(folder, { PORT: String(await freePort()) });
    try {
      await demo.printed(/runs at http:\/\/localhost:\d+/, 30_000);
      const started = [DATABASE, WORKER, WEB].map((pattern) => demo.child(pattern)?.pid ?? 0);
      started.push(demo.supervisor, demo.pid);
      expect(started.filter(isAlive)).toHaveLength(5);
      demo.killNpm(name);
      await expect.poll(() => started.filter(isAlive), { timeout: 30_000 }).toEqual([]);
    } finally {
      if (isAlive(demo.pid)) await demo.interrupt();
    }
  });
}
