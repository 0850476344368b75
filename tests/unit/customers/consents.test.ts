import { describe, expect, it } from "vitest";
import { derivedBasis } from "#lib/customers/consents.ts";

describe("a basis that nobody recorded", () => {
  it("is the contract of who has ordered, for service alone", () => {
    expect(derivedBasis("service", null, true)).toBe("contract");
    expect(derivedBasis("service", null, false)).toBeNull();
    expect(derivedBasis("marketing", null, true)).toBeNull();
    expect(derivedBasis("feedback", null, true)).toBeNull();
  });

  it("gives way to what is recorded, unless that is unknown", () => {
    expect(derivedBasis("service", "withdrawn", true)).toBeNull();
    expect(derivedBasis("service", "given", true)).toBeNull();
    expect(derivedBasis("service", "unknown", true)).toBe("contract");
  });
});
