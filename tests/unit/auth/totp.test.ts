import { describe, expect, it } from "vitest";
import { newTotpSecret, stepOfCode, totpUri } from "#lib/auth/totp.ts";

/** "12345678901234567890" of RFC 6238, appendix B, in base 32. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("codes of an authenticator", () => {
  // The last six of the eight digits that RFC 6238 prints for SHA-1.
  it.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_111_111_111, "050471", 37_037_037],
    [1_234_567_890, "005924", 41_152_263],
    [2_000_000_000, "279037", 66_666_666],
    [20_000_000_000, "353130", 666_666_666],
  ])("are those of RFC 6238 at %i s", (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step);
  });

  it("count for the step before and after, and name their own step", () => {
    const code = "050471";
    for (const seconds of [1_111_111_081, 1_111_111_110, 1_111_111_169])
      expect(stepOfCode(SECRET, code, at(seconds)), String(seconds)).toBe(37_037_037);
    for (const seconds of [1_111_111_079, 1_111_111_170])
      expect(stepOfCode(SECRET, code, at(seconds)), String(seconds)).toBeNull();
  });

  it.each(["", "28708", "2870820", "28708a", "２８７０８２"])("are not %j", (code) => {
    expect(stepOfCode(SECRET, code, at(59))).toBeNull();
  });

  it("come from a secret of 160 bits that is another each time", () => {
    const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it("are set up by an address that names us, the person and the secret", () => {
    const uri = new URL(totpUri(SECRET, "ana@example.com"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("Throughline:ana@example.com");
    expect(uri.searchParams.get("secret")).toBe(SECRET);
  });
});
