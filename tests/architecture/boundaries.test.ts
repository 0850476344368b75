import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { filesUnder, PROJECT } from "#tests/support/source-files.ts";

const run = promisify(execFile);

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

async function cruise(): Promise<Cruise> {
  const { stdout } = await run(
    process.execPath,
    [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "--output-type",
      "json",
      "app",
      "components",
      "lib",
    ],
    { cwd: PROJECT, maxBuffer: 256 * 2 ** 20 },
  ).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }));
  return JSON.parse(stdout) as Cruise;
}

describe("the boundaries between folders", () => {
  it("hold, and were looked at in every module", async () => {
    const { modules, summary } = await cruise();
    const seen = new Set(modules.map(({ source }) => source));
    const sources = ["app", "components", "lib"]
      .flatMap(filesUnder)
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("lib/db/generated/"));
    expect(sources.filter((path) => !seen.has(path))).toEqual([]);
    expect(
      summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`),
    ).toEqual([]);
  });
});
