import { describe, expect, it } from "vitest";
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
    for (const row of ROUTES.filter((each) => each.kind === "actions")) {
      const exported = [
        ...readSource(row.file).matchAll(/^export (?:const|async function) (\w+)/gm),
      ].map((match) => match[1]);
      expect(row.names, row.file).toEqual(exported);
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
