import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLock, takeLock } from "#lib/boot/folder-lock.ts";
import { type Places, placesOf } from "#lib/boot/places.ts";

let places: Places;
beforeEach(() => {
  places = placesOf(mkdtempSync(join(tmpdir(), "throughline-lock-")));
});
afterEach(() => rmSync(places.folder, { recursive: true, force: true }));

describe("the lock of the data folder", () => {
  it("refuses a second supervisor in a sentence", async () => {
    await takeLock(places, "supervisor");
    await expect(takeLock(places, "supervisor")).rejects.toThrow(
      /^Throughline already runs on .+: stop it first/,
    );
  });

  it("may be taken again once it is released", async () => {
    const release = await takeLock(places, "supervisor");
    release();
    expect(readLock(places)).toBeNull();
    await takeLock(places, "command");
    expect(readLock(places)).toMatchObject({ holder: "command", pid: process.pid });
  });

  it("is not held by a process that has ended", async () => {
    writeFileSync(
      places.lock,
      JSON.stringify({ pid: 4_194_000, mark: "gone", holder: "supervisor" }),
    );
    await takeLock(places, "supervisor");
    expect(readLock(places)?.pid).toBe(process.pid);
  });

  it.skipIf(process.platform !== "linux")(
    "is not held by a later process with the same number",
    async () => {
      writeFileSync(
        places.lock,
        JSON.stringify({ pid: process.pid, mark: "another start", holder: "supervisor" }),
      );
      expect(readLock(places)).toBeNull();
    },
  );

  it("is not held by a damaged file", async () => {
    writeFileSync(places.lock, "{");
    await takeLock(places, "supervisor");
    expect(readLock(places)?.pid).toBe(process.pid);
  });
});
