import { defineConfig } from "playwright/test";
import { freePort } from "./lib/boot/ports.ts";
import { prepareChromium } from "./tests/support/chromium.ts";

// Workers read this file again: the first process chooses, the others find the choice in the environment.
process.env["E2E_PORT"] ??= String(await freePort());

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./tests/support/e2e-server.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["line"], ["json"]] : "list",
  use: {
    baseURL: `http://127.0.0.1:${process.env["E2E_PORT"]}`,
    launchOptions: await prepareChromium(),
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // `--trace retain-on-failure` records one; recording every test takes a good part of two cores.
    trace: "off",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  },
});
