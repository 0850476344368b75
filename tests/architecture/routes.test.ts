import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "#lib/auth/permissions.ts";
import { ROUTES } from "#tests/support/routes.ts";
import { filesUnder, readSource } from "#tests/support/source-files.ts";

const ENTRY = /\/(?:page\.tsx|route\.ts)$/;
const ACTIONS = /^(?:\/\/.*\n|\s)*["']use server["']/;

const entries = filesUnder("app").filter((path) => ENTRY.test(path));
const actions = ["app", "lib", "components"]
  .flatMap(filesUnder)
  .filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      !path.startsWith("lib/db/generated/") &&
      ACTIONS.test(readSource(path)),
  );

describe("the matrix of routes", () => {
  it("finds pages, route handlers and actions at all", () => {
    expect(entries.length).toBeGreaterThan(10);
    expect(actions.length).toBeGreaterThan(2);
  });

  it("has a row for every page, route handler and action file, and no other", () => {
    expect(ROUTES.map(({ file }) => file).sort()).toEqual([...entries, ...actions].sort());
  });

  it("names every action of a file", () => {
    for (const row of ROUTES.filter((each) => each.kind === "actions" || each.kind === "own")) {
      const exported = [
        ...readSource(row.file).matchAll(/^export (?:const|async function) (\w+)/gm),
      ].map((match) => match[1]);
      expect(row.names, row.file).toEqual(exported);
    }
  });

  it("names the permission that the source asks for", () => {
    for (const row of ROUTES) {
      if (row.kind === "public" || row.kind === "own" || row.permission === null) continue;
      const asked = permissionsIn(readSource(row.file));
      // A file that hands everything on asks where it hands it.
      if (asked.length > 0) expect(asked, row.file).toContain(row.permission);
    }
  });

  it("asks one permission for all actions of a file: the one of its row", () => {
    for (const row of ROUTES.filter((each) => each.kind === "actions")) {
      const source = readSource(row.file);
      for (const name of row.names) {
        const asked = new RegExp(
          `export const ${name} = tenantAction\\(\\{\\s*permission: "([^"]+)"`,
        ).exec(source)?.[1];
        expect(asked, `${name} of ${row.file}`).toBe(row.permission);
      }
    }
  });

  it("allows actions in files of their own only: an inline one would have no row", () => {
    const inline = ["app", "lib", "components"]
      .flatMap(filesUnder)
      .filter(
        (path) =>
          /\.tsx?$/.test(path) &&
          !actions.includes(path) &&
          /^\s+["']use server["']/m.test(readSource(path)),
      );
    expect(inline).toEqual([]);
  });
});

/** The permissions a file asks for, as words in its source. */
function permissionsIn(source: string): string[] {
  return PERMISSIONS.filter((permission) => source.includes(`"${permission}"`));
}
