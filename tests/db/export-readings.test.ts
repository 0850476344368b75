import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import { type FileToImport, importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/exports/${name}.csv`, import.meta.url), "utf8");

const send = (text: string, more: Partial<FileToImport> = {}) =>
  importText(session, { kind: "signals", text, ...more });

const signals = () =>
  withTenant(session, "signal:read", (tx) =>
    tx.signal.findMany({ include: { source: true }, orderBy: { externalId: "asc" } }),
  );

describe("the time zone that an export of Qualtrics names", () => {
  const zoned = (zone: string) => fixture("qualtrics").replaceAll("America/Denver", zone);

  it("is UTC where it is the letter Z", async () => {
    for (const zone of ["Z", "z"]) {
      ({ session } = await makeTenant());
      expect((await send(zoned(zone))).counts).toMatchObject({ created: 8 });
      expect((await signals())[2]?.occurredAt).toEqual(new Date("2025-03-01T18:05:41Z"));
    }
  });

  it("refuses the file with its name where nobody knows it", async () => {
    const done = await send(zoned("Mars/Olympus"));
    expect(done).toMatchObject({
      status: "failed",
      failure: expect.stringContaining('"Mars/Olympus", which is not known'),
    });
    expect(await signals()).toEqual([]);
  });
});

it("rejects a response of Typeform that is partial, with the reason", async () => {
  const text = fixture("typeform")
    .trimEnd()
    .split("\n")
    .map((line, at) => `${line},${["Response Type", "completed", "partial"][at]}`)
    .join("\n");
  const done = await send(text);
  expect(done.counts).toMatchObject({ created: 3, rejected: 1 });
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, done.id, { limit: 5 }),
  );
  expect(items).toMatchObject([
    {
      line: 3,
      column: "Response Type",
      value: "partial",
      reason: expect.stringMatching(/^Not finished/),
    },
  ]);
});

describe("what is given without columns", () => {
  const questions = {
    "How likely are you to recommend Alder & Finch?": { scaleMin: 0, scaleMax: 20 },
  };

  it("is laid over what the export says of itself, whose columns and rules stay", async () => {
    const bare = await send(fixture("qualtrics"), { isDryRun: true });
    const mapping = { source: "Spring survey", timeZone: "Asia/Tokyo", createMissing: [] };
    const done = await send(fixture("qualtrics"), { mapping });
    expect(done.failure).toBeNull();
    expect(done.counts.rejected).toBeGreaterThan(bare.counts.rejected);
    const made = await send(fixture("qualtrics"), {
      mapping: { ...mapping, createMissing: ["customers"] },
    });
    expect(made.counts.rejected).toBe(bare.counts.rejected);
    const [, , nps] = await signals();
    expect(nps).toMatchObject({
      ...{ metric: "nps", score: 9, source: { name: "Spring survey" } },
      // 18:05:41 in Tokyo
      occurredAt: new Date("2025-03-01T09:05:41Z"),
    });
  });

  it("may be the order of day and month alone, or the scale of one question", async () => {
    const slashed = fixture("typeform").replaceAll(/2025-02-1(\d)/g, "0$1/02/2025");
    const dmy = await send(slashed, { mapping: { dateFormat: "dmy", questions } });
    expect(dmy).toMatchObject({ failure: null, counts: { rejected: 0 } });
    const found = await signals();
    expect(found.map(({ occurredOn }) => occurredOn?.toISOString().slice(0, 7))).toEqual(
      found.map(() => "2025-02"),
    );
    expect(found.find(({ score }) => score === 8)).toMatchObject({ scaleMax: 20, metric: null });
  });

  it("may be how the file is encoded, which the next one is not told", async () => {
    const latin1 = Uint8Array.from(
      Buffer.from(fixture("typeform").replace("Beds", "Möbel"), "latin1"),
    );
    const mapping = { columns: {}, encoding: "windows-1252", delimiter: "," };
    const done = await importText(session, { kind: "signals", text: latin1, mapping });
    expect(done).toMatchObject({ failure: null, counts: { rejected: 0 } });
    expect((await signals()).map(({ body }) => body)).toContain("Möbel / Lamps");
    const saved = await withTenant(session, "import:read", (tx) => tx.importMapping.count());
    expect(saved).toBe(0);
  });

  it("is not enough for a file that nobody recognises, which is refused with what to say", async () => {
    const done = await send("a,b\n1,2\n", { mapping: { dateFormat: "dmy" } });
    expect(done).toMatchObject({
      status: "failed",
      failure: expect.stringContaining("Say with columns which header holds which field."),
    });
  });

  it("gives way to a map of all columns", async () => {
    const columns = {
      "#": "signalExternalId",
      "Submit Date (UTC)": "occurredAt",
      "What did you come for?": "comment",
    };
    const done = await send(fixture("typeform"), { mapping: { columns } });
    expect(done.failure).toBeNull();
    expect((await signals()).map(({ externalId }) => externalId)).toEqual(["tok9f3", "tok9f4"]);
  });
});
