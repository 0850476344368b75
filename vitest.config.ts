import { defineConfig } from "vitest/config";

const alias = {
  "server-only": new URL("./node_modules/server-only/empty.js", import.meta.url).pathname,
};
const database = {
  globalSetup: ["tests/support/global-set-up.ts"],
  setupFiles: ["tests/support/database.ts"],
  testTimeout: 90_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    pool: "forks",
    // By itself it leaves one core idle: the tests of the database wait more than they compute.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          alias,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // What a second is enough for takes many on a machine that others use too.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "architecture",
          alias,
          include: ["tests/architecture/**/*.test.ts"],
          exclude: ["tests/architecture/tenancy.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "db",
          alias,
          include: ["tests/db/**/*.test.ts", "tests/architecture/tenancy.test.ts"],
          ...database,
        },
      },
    ],
  },
});
