import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRecentEnough } from "#lib/boot/server-version.ts";
import { VARIABLE_NAMES } from "#lib/env.ts";
import { PROJECT, readSource } from "#tests/support/source-files.ts";

const dockerfile = readSource("Dockerfile");
const compose = readSource("compose.yaml");
const example = readSource(".env.example");
const { scripts } = JSON.parse(readSource("package.json")) as { scripts: Record<string, string> };

/** Read outside lib/env.ts: by migrations, backups and compose.yaml. */
const BESIDE = ["DATABASE_OWNER_URL", "DATABASE_BACKUP_URL", "POSTGRES_PASSWORD"];

describe(".env.example", () => {
  it("names every variable that is read, and no other", () => {
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect([...named].sort()).toEqual([...VARIABLE_NAMES, ...BESIDE].sort());
  });

  it("holds no secret", () => {
    for (const name of ["APP_SECRET", "METRICS_TOKEN", "OIDC_CLIENT_SECRET", "POSTGRES_PASSWORD"])
      expect(example).toMatch(new RegExp(`^${name}=$`, "m"));
    expect(example).not.toMatch(/:\/\/\w+:[^@]+@/);
  });
});

describe("the image", () => {
  it("runs scripts and files that exist", () => {
    const run = [...dockerfile.matchAll(/npm run (\w+)|"npm", "(\w+)"/g)].map(
      ([, script, command]) => script ?? command ?? "",
    );
    expect(run).toEqual(["build", "start"]);
    for (const name of run) {
      const file = / (lib\/boot\/\S+\.ts)$/.exec(scripts[name] ?? "")?.[1] ?? "none";
      expect(existsSync(join(PROJECT, file)), name).toBe(true);
    }
    for (const [, files = ""] of dockerfile.matchAll(/^COPY (?!--from)(.+) \.\/$/gm))
      for (const file of files.split(" ")) expect(existsSync(join(PROJECT, file)), file).toBe(true);
    const health = /'(\/api\/[^']+)'/.exec(dockerfile)?.[1];
    expect(existsSync(join(PROJECT, "app", `${health}/route.ts`))).toBe(true);
  });

  it("runs as nobody in particular, on a Node and a PostgreSQL without a known hole", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const [, major = "", minor = "", patch = ""] of dockerfile.matchAll(
      /^FROM node:(\d+)\.(\d+)\.(\d+)/gm,
    ))
      expect(Number(major) * 10_000 + Number(minor) * 100 + Number(patch)).toBeGreaterThanOrEqual(
        242_201,
      );
    const [, major = "", minor = ""] = /postgres:(\d+)\.(\d+)/.exec(compose) ?? [];
    expect(isRecentEnough(Number(major) * 10_000 + Number(minor))).toBe(true);
  });

  it("keeps its data in named volumes", () => {
    expect(dockerfile).toContain("VOLUME /data");
    expect(compose).toContain("data:/data");
    expect(compose).toMatch(/^volumes:\n {2}data:\n {2}postgres:/m);
  });
});
