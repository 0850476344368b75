import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesUnder, PROJECT, readSource } from "#tests/support/source-files.ts";

const TOP = "app|components|docs|lib|prisma|public|tests|\\.ci";
/** A path of this project in running text, with or without backticks. */
const CITED = new RegExp(`(?<![\\w/.@-])(?:${TOP})/[\\w()\\[\\]{}@.,*/-]*[\\w)\\]*/]`, "g");

const documents = [
  ...(existsSync(join(PROJECT, "README.md")) ? ["README.md"] : []),
  ...filesUnder("docs").filter((path) => path.endsWith(".md")),
];

/** What a sentence puts behind a path does not belong to it. */
function trimmed(path: string): string {
  const ended = path.replace(/[.,]+$/, "");
  return ended.includes("(") ? ended : ended.replace(/\)+$/, "");
}

/** A pattern such as lib/<domain>/* or {a,b} stands for several files: the part before it must exist. */
function fixedPart(path: string): string {
  const cut = path.search(/[*{<]/);
  return cut < 0 ? path : path.slice(0, cut).replace(/[^/]*$/, "");
}

describe("the documentation", () => {
  it("cites only paths that exist", () => {
    const missing = documents.flatMap((document) =>
      [...readSource(document).matchAll(CITED)]
        .map(([path]) => fixedPart(trimmed(path)))
        .filter((path) => !existsSync(join(PROJECT, path)))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("would notice a path that does not", () => {
    expect("see `lib/nowhere/at-all.ts`.".match(CITED)).toEqual(["lib/nowhere/at-all.ts"]);
  });
});
