import { describe, expect, it } from "vitest";
import { parseEnv } from "#lib/env.ts";

const GIVEN = {
  APP_URL: "https://cx.example.com",
  APP_SECRET: "a secret for tests, as long as it has to be",
  DATABASE_URL: "postgresql://app_user:x@db:5432/throughline",
};

describe("the environment", () => {
  it("shows no design pages unless it is told to", () => {
    expect(parseEnv(GIVEN).DESIGN_PAGES).toBe(false);
    expect(parseEnv({ ...GIVEN, DESIGN_PAGES: "false" }).DESIGN_PAGES).toBe(false);
    expect(parseEnv({ ...GIVEN, DESIGN_PAGES: "true" }).DESIGN_PAGES).toBe(true);
  });

  it("says which switch is neither true nor false", () => {
    expect(() => parseEnv({ ...GIVEN, DESIGN_PAGES: "maybe" })).toThrow(
      "DESIGN_PAGES must be true or false.",
    );
  });
});
