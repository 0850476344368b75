import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { PROJECT } from "../support/source-files.ts";

type Manifest = { routes: Record<string, unknown>; dynamicRoutes: Record<string, unknown> };

test("no page of a workspace was made at build time", () => {
  const file = join(PROJECT, ".next", "prerender-manifest.json");
  expect(existsSync(file), "the build has the manifest that this test reads").toBe(true);
  const { routes, dynamicRoutes } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const made = [...Object.keys(routes), ...Object.keys(dynamicRoutes)];
  expect(made.filter((path) => path.startsWith("/w/") || path.startsWith("/api/"))).toEqual([]);
});
