import { describe, expect, it } from "vitest";
import { hashOfRecoveryCode, newRecoveryCodes } from "#lib/auth/recovery-codes.ts";

describe("recovery codes", () => {
  it("are ten, all different, in four groups of four", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
  });

  it("are the same however they are typed", () => {
    const hash = hashOfRecoveryCode("h4kz-9mqp-x2rw-t7ya");
    for (const typed of ["H4KZ 9MQP X2RW T7YA", " h4kz9mqpx2rwt7ya ", "h4kz–9mqp–x2rw–t7ya"])
      expect(hashOfRecoveryCode(typed)).toBe(hash);
    expect(hashOfRecoveryCode("h4kz-9mqp-x2rw-t7yb")).not.toBe(hash);
  });
});
