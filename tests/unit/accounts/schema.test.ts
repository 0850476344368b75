import { describe, expect, it } from "vitest";
import { EnterCode, SaveProfile, SignUp } from "#lib/accounts/schema.ts";

const GOOD = {
  name: " Ana ",
  email: " Ana@Example.com ",
  password: "a few quiet words",
  workspaceName: "North",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "de-DE",
};

const badFields = (schema: typeof SignUp | typeof SaveProfile, input: object) => [
  ...new Set(schema.safeParse(input).error?.issues.map(({ path }) => path.join("."))),
];

describe("SignUp", () => {
  it("trims names and writes the address small", () => {
    expect(SignUp.parse(GOOD)).toMatchObject({ name: "Ana", email: "ana@example.com" });
  });

  it.each([
    ["name", " "],
    ["name", "x".repeat(121)],
    ["email", "ana@"],
    ["password", "short"],
    ["password", "1234567890"],
    ["password", "aaaaaaaaaaaa"],
    ["workspaceName", ""],
    ["currency", "eur"],
    ["timeZone", "Mars/Olympus"],
    ["locale", "not a tag"],
  ])("marks a bad %s: %j", (field, value) => {
    expect(badFields(SignUp, { ...GOOD, [field]: value })).toEqual([field]);
  });
});

describe("SaveProfile", () => {
  const profile = { name: "Ana", locale: "", timeZone: "", theme: "dark", density: "compact" };

  it("reads an empty choice as like the workspace, and a missing box as off", () => {
    expect(SaveProfile.parse(profile)).toEqual({
      name: "Ana",
      locale: null,
      timeZone: null,
      theme: "dark",
      density: "compact",
      hasSingleKeys: false,
    });
    expect(SaveProfile.parse({ ...profile, hasSingleKeys: "on" }).hasSingleKeys).toBe(true);
  });

  it("marks what is on no list", () => {
    const bad = { ...profile, locale: "no tag", timeZone: "x", theme: "pink", density: "dense" };
    expect(badFields(SaveProfile, bad)).toEqual(["locale", "timeZone", "theme", "density"]);
  });
});

describe("EnterCode", () => {
  it("forgives blanks and nothing else", () => {
    expect(EnterCode.parse({ code: " 123 456 " })).toEqual({ code: "123456" });
    expect(EnterCode.safeParse({ code: "12345" }).success).toBe(false);
    expect(EnterCode.safeParse({ code: "12345a" }).success).toBe(false);
  });
});
