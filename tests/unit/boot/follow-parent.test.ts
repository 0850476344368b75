import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { PROJECT } from "#tests/support/source-files.ts";

/** Starts a thread, ends it, and says whether the pipe to the parent is there still. */
const PROGRAM = `
  import { fstatSync } from "node:fs";
  import { Worker } from "node:worker_threads";
  const thread = new Worker(
    "import { parentPort } from 'node:worker_threads'; parentPort.postMessage('here'); setInterval(() => {}, 1000)",
    { eval: true },
  );
  await new Promise((resolve) => thread.once("message", resolve));
  await thread.terminate();
  await new Promise((resolve) => setTimeout(resolve, 200));
  let held = "held";
  try { fstatSync(3); } catch { held = "closed"; }
  process.stdout.write(held, () => process.exit());
`;

it("keeps the pipe to the parent when a thread ends, so that no connection takes its place", async () => {
  const preloads = ["./lib/boot/register.js", "./lib/boot/follow-parent.ts"];
  const child = spawn(
    process.execPath,
    [
      ...preloads.flatMap((preload) => ["--import", preload]),
      ...["--input-type=module", "--eval", PROGRAM],
    ],
    { cwd: PROJECT, stdio: ["ignore", "pipe", "inherit", "pipe"] },
  );
  if (!child.stdout) throw new Error("The output is a pipe.");
  expect(await text(child.stdout)).toBe("held");
}, 30_000);
