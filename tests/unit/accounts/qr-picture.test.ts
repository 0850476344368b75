import { describe, expect, it } from "vitest";
import { qrPicture } from "#lib/accounts/qr-picture.ts";

describe("qrPicture", () => {
  it("draws the three corner marks and stays inside its square", () => {
    const { size, path } = qrPicture("otpauth://totp/Throughline:ana@example.com?secret=ABC");
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x},${y}`));
    // A version is 17 + 4v modules a side (ISO/IEC 18004, 6.3.1).
    expect((size - 17) % 4).toBe(0);
    for (const corner of ["0,0", `${size - 1},0`, `0,${size - 1}`])
      expect(dark.has(corner), corner).toBe(true);
    expect(dark.has(`${size - 8},0`)).toBe(false);
    for (const module of dark) {
      const [x = -1, y = -1] = module.split(",").map(Number);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThan(size);
    }
  });
});
