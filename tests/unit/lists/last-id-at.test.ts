import { v7 } from "uuid";
import { describe, expect, it } from "vitest";
import { lastIdAt } from "#lib/db/last-id-at.ts";

describe("the last id of an instant", () => {
  const at = Date.UTC(2026, 10, 22, 12);

  it("is above every id made by then, and below every one made later", () => {
    for (let round = 0; round < 100; round++) {
      expect(v7({ msecs: at }) <= lastIdAt(at)).toBe(true);
      expect(v7({ msecs: at + 1 }) > lastIdAt(at)).toBe(true);
    }
  });

  it("is an id", () => {
    expect(lastIdAt(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7fff-bfff-f{12}$/);
  });
});
