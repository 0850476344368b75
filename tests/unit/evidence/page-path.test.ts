import { describe, expect, it } from "vitest";
import { pagePath } from "#lib/evidence/page-path.ts";

describe("the page that shows a number", () => {
  it("is kept as it stands in this workspace, by whatever name it was reached", () => {
    const page = "/w/alder/value?tab=1";
    for (const address of [page, `https://cx.example${page}`, `http://localhost:3000${page}#top`])
      expect(pagePath(address, "alder")).toBe("/value?tab=1");
  });

  it("is none outside this workspace", () => {
    for (const address of [
      ...["/w/other/value", "/w/alderman/value", "/w/alder", "/admin", "value", "https://"],
      ...["/w/alder/../other/value", "javascript:/w/alder/value", "data:/w/alder/value"],
    ])
      expect(pagePath(address, "alder")).toBeNull();
  });
});
