import { describe, expect, it } from "vitest";
import { afterTry, WAITS_SECONDS } from "#lib/webhooks/next-try.ts";

describe("after a try to deliver", () => {
  it("nothing follows where it was taken", () => {
    expect(afterTry(null, 3)).toEqual({ status: "delivered", waitSeconds: null, offReason: null });
  });

  it("waits longer and longer, up to 24 hours in all", () => {
    const waits = WAITS_SECONDS.map((_, at) => afterTry("refused", at + 1).waitSeconds ?? 0);
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(24 * 60 * 60);
  });

  it("gives up after the last one, and switches the endpoint off", () => {
    const next = afterTry("timeout", WAITS_SECONDS.length + 1);
    expect(next).toEqual({ status: "dead", waitSeconds: null, offReason: "dead_end" });
  });

  it("gives up at once where the address is gone, or was switched off by hand", () => {
    expect(afterTry("gone", 1)).toMatchObject({ status: "dead", offReason: "gone" });
    expect(afterTry("endpoint_off", 1)).toMatchObject({ status: "dead", offReason: null });
  });
});
