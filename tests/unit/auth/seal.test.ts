import { beforeAll, describe, expect, it } from "vitest";
import { seal, unseal } from "#lib/auth/seal.ts";

beforeAll(() => {
  process.env["APP_URL"] = "http://127.0.0.1:3000";
  process.env["APP_SECRET"] = "a secret for tests, as long as it has to be";
  process.env["DATABASE_URL"] = "postgresql://app_user@127.0.0.1/none";
});

describe("seal", () => {
  it("opens for its owner only", () => {
    const sealed = seal("JBSWY3DPEHPK3PXP", "totp_secret", "ana");
    expect(unseal(sealed, "totp_secret", "ana")).toBe("JBSWY3DPEHPK3PXP");
    expect(unseal(sealed, "totp_secret", "bo")).toBeNull();
  });

  it("never looks the same and never shows its text", () => {
    const sealed = Array.from({ length: 20 }, () => seal("JBSWY3DP", "totp_secret", "ana"));
    expect(new Set(sealed).size).toBe(20);
    for (const text of sealed)
      expect(Buffer.from(text, "base64url").toString()).not.toContain("JBS");
  });

  it("does not open when any byte was changed, cut off or made up", () => {
    const bytes = Buffer.from(seal("JBSWY3DPEHPK3PXP", "totp_secret", "ana"), "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(unseal(changed.toString("base64url"), "totp_secret", "ana")).toBeNull();
    }
    for (const made of ["", "x", bytes.subarray(0, 20).toString("base64url")])
      expect(unseal(made, "totp_secret", "ana")).toBeNull();
  });
});
