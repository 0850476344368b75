import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { OrdinalCounter } from "#lib/imports/ordinal-counter.ts";
import { createRowIdentifier } from "#lib/imports/row-identity.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const ORDER = ["C1", "2024-12-31", "1250", "1", ""];

describe("the name of a row without a number", () => {
  it("is made of its facts and its ordinal among equals", () => {
    const identify = createRowIdentifier(sha256);
    const hash = sha256("C1\x002024-12-31\x001250\x001\x00");
    expect(identify(ORDER)).toBe(`auto:${hash}:1`);
    expect(identify(ORDER)).toBe(`auto:${hash}:2`);
    expect(identify(ORDER.with(2, "1251"))).toMatch(/:1$/);
    expect(identify(ORDER)).toBe(`auto:${hash}:3`);
  });

  it("is the same again for the same file and for a longer export of it", () => {
    const file = [ORDER, ORDER.with(3, ""), ORDER];
    const first = file.map(createRowIdentifier(sha256));
    const longer = [...file, ORDER, ORDER.with(1, "2025-01-01")];
    expect(longer.map(createRowIdentifier(sha256)).slice(0, 3)).toEqual(first);
  });

  it("differs where any fact differs", () => {
    const others = [
      ORDER.with(0, "C12"),
      ORDER.with(1, "2024-12-30"),
      ORDER.with(2, "12501").with(3, ""),
      ORDER.with(3, "0"),
      ORDER.with(3, ""),
      ORDER.with(3, "").with(4, "1"),
      ORDER.with(4, "P"),
    ];
    const names = [ORDER, ...others].map(createRowIdentifier(sha256));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.endsWith(":1"))).toBe(true);
  });
});

describe("counting equals", () => {
  it("agrees with a plain map over many digests", () => {
    const counter = new OrdinalCounter();
    const plain = new Map<string, number>();
    for (let at = 0; at < 200_000; at++) {
      const digest = sha256(String((at * at) % 60_013));
      const expected = (plain.get(digest) ?? 0) + 1;
      plain.set(digest, expected);
      if (counter.next(digest) !== expected) expect.fail(`row ${at}`);
    }
    expect(plain.size).toBeGreaterThan(30_000);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "agrees with a plain map where chains are long and digests differ in one bit only, seed %i",
    (seed) => {
      const counter = new OrdinalCounter();
      const plain = new Map<string, number>();
      for (let row = 0, state = seed; row < 4_000; row++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        const coming = (state >>> 8) % 900;
        // Two shards, and in each the numbers from 0.
        const rest = (coming >>> 1).toString(16).padStart(8, "0");
        const digest = `abcde${coming % 2}${rest}ff`;
        const expected = (plain.get(digest) ?? 0) + 1;
        plain.set(digest, expected);
        if (counter.next(digest) !== expected) expect.fail(`row ${row}: ${digest}`);
      }
      expect(plain.size).toBeGreaterThan(800);
    },
  );

  it("takes digests for equal whose first 56 bits agree but for the seven highest", () => {
    const counter = new OrdinalCounter();
    expect(counter.next("00000000000000")).toBe(1);
    expect(counter.next("fe000000000000")).toBe(2);
    expect(counter.next("01000000000000")).toBe(1);
    expect(counter.next("00000000000001")).toBe(1);
  });

  it("goes on beyond 65,535 equals", () => {
    const counter = new OrdinalCounter();
    const digest = sha256("x");
    for (let at = 1; at <= 70_000; at++) if (counter.next(digest) !== at) expect.fail(`row ${at}`);
    expect(counter.next(digest)).toBe(70_001);
    expect(counter.next(sha256("y"))).toBe(1);
  });

  it("holds 64 bytes a digest of few, and less than 10 of a million", () => {
    const counter = new OrdinalCounter();
    const atFirst = counter.byteLength;
    expect(atFirst).toBeLessThan(1_400_000);
    for (let at = 1; at <= 1_000_000; at++) {
      counter.next(at.toString(16).padStart(6, "0").split("").reverse().join("").padEnd(14, "0"));
      if (at === 10_000) expect(counter.byteLength - atFirst).toBeLessThan(64 * at + 262_144);
    }
    expect(counter.byteLength / 1_000_000).toBeLessThan(10);
  });
});
