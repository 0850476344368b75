import { describe, expect, it } from "vitest";
import { ownPath } from "#lib/auth/own-path.ts";

const HOME = "https://cx.example.com";

describe("ownPath", () => {
  it.each([
    ["/w/north/customers?q=ana&sort=-value", "/w/north/customers?q=ana&sort=-value"],
    ["https://cx.example.com/w/north", "/w/north"],
    ["w/north", "/w/north"],
  ])("keeps %s", (to, path) => {
    expect(ownPath(to, HOME)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/..//evil.example/x",
    "https://evil.example/w/north",
    "https://cx.example.com.evil.example/",
    "javascript:alert(1)",
    "\\\\evil.example",
    "",
    null,
    undefined,
    ["/w/a", "/w/b"],
  ])("answers %j with the start page", (to) => {
    expect(ownPath(to, HOME)).toBe("/");
  });
});
