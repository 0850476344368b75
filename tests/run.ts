import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "#lib/boot/build-web.ts";
import { forChild } from "#lib/boot/environment.ts";
import { generateClient } from "#lib/boot/generate-client.ts";
import { placesOf } from "#lib/boot/places.ts";
import { type Counts, readPlaywrightCounts, readVitestCounts } from "#tests/support/counts.ts";
import {
  readPlaywrightFailures,
  readVitestFailures,
  tellFailure,
} from "#tests/support/failures.ts";
import { PROJECT } from "#tests/support/source-files.ts";

/**
 * `npm test`: everything CI runs, in order; goes on after a failure. Ends with the failed tests once more, as a log may be kept by its end only, and
 * one line of counts over all runners.
 * `npm run verify` is `--fast`: what needs neither database nor browser.
 */
type Step = { name: string; run: () => Promise<Counts> };

const isFast = process.argv.includes("--fast");
const REPORTS = join(PROJECT, ".data", "test-reports");
const VITEST_REPORT = join(REPORTS, "vitest.json");
const PLAYWRIGHT_REPORT = join(REPORTS, "playwright.json");
const ENVIRONMENT = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
};
const never = new AbortController().signal;

const QUICK: readonly Step[] = [
  { name: "Generated code", run: () => asOne(generate) },
  {
    name: "Format and lint",
    run: () => program("node_modules/@biomejs/biome/bin/biome", ["check", "."]),
  },
  { name: "Types", run: () => program("node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]) },
  {
    name: "Boundaries",
    run: () =>
      program("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", [
        "--output-type",
        "err",
        "app",
        "components",
        "lib",
      ]),
  },
  { name: "Dead code", run: () => program("node_modules/knip/bin/knip.js", []) },
];
const FAST: readonly Step[] = [{ name: "Unit tests", run: () => vitest(["--project", "unit"]) }];
const FULL: readonly Step[] = [
  { name: "Unit, database and architecture tests", run: () => vitest([]) },
  {
    name: "Production build",
    run: () => asOne(() => buildWeb(ENVIRONMENT, placesOf(undefined), never)),
  },
  { name: "Browser tests", run: playwright },
];

makeRoomFor(VITEST_REPORT);
makeRoomFor(PLAYWRIGHT_REPORT);
const total: Required<Counts> = { passed: 0, failed: 0, skipped: 0 };
for (const step of [...QUICK, ...(isFast ? FAST : FULL)]) await runStep(step);
for (const failure of [
  ...readVitestFailures(VITEST_REPORT),
  ...readPlaywrightFailures(PLAYWRIGHT_REPORT),
])
  console.log(`\nFailed: ${tellFailure(failure)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

async function runStep({ name, run }: Step): Promise<void> {
  console.log(`\n== ${name}`);
  const startedMs = performance.now();
  const counts = await run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped ?? 0;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`== ${name}: ${counts.failed > 0 ? "FAILED" : "passed"} in ${seconds} s`);
}

async function generate(): Promise<void> {
  await generateClient(process.env, never);
  // Types of routes that a watch mode left behind may be of pages that are gone.
  rmSync(join(PROJECT, ".next", "dev", "types"), { recursive: true, force: true });
  const code = await exitCode("node_modules/next/dist/bin/next", ["typegen"]);
  if (code !== 0) throw new Error("The types of the routes could not be generated.");
}

/** A step that is no test runner counts as one test. */
async function asOne(work: () => Promise<unknown>): Promise<Counts> {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

async function program(file: string, argv: readonly string[]): Promise<Counts> {
  const isFine = (await exitCode(file, argv)) === 0;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
}

async function vitest(argv: readonly string[]): Promise<Counts> {
  const reporters = [
    "--reporter",
    "default",
    "--reporter",
    "json",
    "--outputFile.json",
    VITEST_REPORT,
  ];
  const code = await exitCode("node_modules/vitest/vitest.mjs", ["run", ...reporters, ...argv]);
  return readVitestCounts(VITEST_REPORT, code);
}

async function playwright(): Promise<Counts> {
  const code = await exitCode("node_modules/playwright/cli.js", ["test"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT,
  });
  return readPlaywrightCounts(PLAYWRIGHT_REPORT, code);
}

/** A report of an earlier run must not be taken for this one's. */
function makeRoomFor(report: string): void {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
}

function exitCode(
  file: string,
  argv: readonly string[],
  more: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, ["--import", "./lib/boot/register.js", file, ...argv], {
    cwd: PROJECT,
    env: forChild({ ...ENVIRONMENT, ...more }),
    stdio: "inherit",
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
