import { describe, expect, it } from "vitest";
import { CreateApiKey } from "#lib/api-keys/schema.ts";
import { SCOPE_GROUPS } from "#lib/api-keys/types.ts";
import { SCOPES } from "#lib/auth/permissions.ts";

const fieldsOf = (input: object) =>
  CreateApiKey.safeParse(input).error?.issues.map(({ path }) => path.join("."));

describe("a key to make", () => {
  it("has the scopes that were ticked, and an end in days or none", () => {
    const form = { tenant: "x", name: " Shop ", "scope orders:read": "on", "scope root": "on" };
    expect(CreateApiKey.parse({ ...form, expiry: "90" })).toEqual({
      ...{ name: "Shop", expiresInDays: 90, scopes: ["orders:read"] },
    });
    expect(CreateApiKey.parse({ ...form, expiry: "never" }).expiresInDays).toBeNull();
  });

  it("names every bad field at once", () => {
    expect(fieldsOf({ name: "", expiry: "7" })).toEqual(["name", "expiry", "scopes"]);
  });
});

it("the form shows every scope once", () => {
  const shown: string[] = SCOPE_GROUPS.flatMap(({ scopes }) => [...scopes]);
  expect(shown.sort()).toEqual([...SCOPES].sort());
});
