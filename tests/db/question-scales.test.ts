import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findReading, listRejects, listUnreadValues } from "#lib/imports/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const FILE = [
  "response_id,date,question,score",
  "R1,2025-03-01,How easy?,6",
  "R1,2025-03-01,Recommend?,9",
  "R2,2025-03-02,How easy?,9",
  "R2,2025-03-02,Loud?,300",
].join("\n");
const QUESTIONS = {
  "How easy?": { metric: "ces", scaleMin: 1, scaleMax: 7, higherIsBetter: false },
  "Recommend?": { metric: "nps" },
};

function send(extra: object = {}) {
  const columns = {
    ...{ response_id: "signalExternalId", date: "occurredOn" },
    ...{ question: "question", score: "score" },
  };
  const mapping = { columns, ...extra };
  return importText(session, { kind: "signals", text: `${FILE}\n`, mapping });
}

const signals = () =>
  withTenant(session, "signal:read", (tx) =>
    tx.signal.findMany({
      select: { score: true, scaleMin: true, scaleMax: true, higherIsBetter: true, metric: true },
      orderBy: { externalId: "asc" },
    }),
  );

describe("scores of rows that name their question", () => {
  it("are on the scale that the mapping gives the question", async () => {
    const done = await send({ questions: QUESTIONS });
    expect(done.counts).toMatchObject({ created: 2, rejected: 2 });
    expect(await signals()).toEqual([
      { score: 6, scaleMin: 1, scaleMax: 7, higherIsBetter: false, metric: "ces" },
      { score: 9, scaleMin: 0, scaleMax: 10, higherIsBetter: true, metric: "nps" },
    ]);
  });

  it("are rejected with the question where nobody said its scale, and told to be said", async () => {
    const { id } = await send({ questions: QUESTIONS });
    const { rejects, unread } = await withTenant(session, "import:read", async (tx) => ({
      rejects: await listRejects(tx, session, id, { limit: 10 }),
      unread: await listUnreadValues(tx, session, {
        ...{ importId: id, kind: "signals", reading: await findReading(tx, id) },
      }),
    }));
    expect(rejects.items).toEqual([
      { line: 4, column: "score", value: "9", reason: "Outside its scale of 1 to 7." },
      {
        ...{ line: 5, column: "question", value: "Loud?" },
        reason:
          "Nobody has said on which scale this question is answered. Say it, or that it is NPS.",
      },
    ]);
    expect(unread).toContainEqual({ column: "question", text: "Loud?", count: 1 });
  });

  it("keep their scales for the next file with the same headers", async () => {
    const text = `${FILE.replace("response_id,date,question,score", "a,b,c,d")}\n`;
    const columns = { a: "signalExternalId", b: "occurredOn", c: "question", d: "score" };
    const mapping = { columns, questions: QUESTIONS };
    await importText(session, { kind: "signals", text, mapping });
    const again = await importText(session, { kind: "signals", text });
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 2 });
  });

  it("are another workspace's own", async () => {
    await send({ questions: QUESTIONS });
    ({ session } = await makeTenant());
    expect((await send()).counts).toMatchObject({ created: 0, rejected: 4 });
  });
});

describe("answers that may be words", () => {
  it("are scores where the mapping gives their question a scale, and words elsewhere", async () => {
    const text =
      "response_id,date,question,value\nR1,2025-03-01,How easy?,6\nR1,2025-03-01,Loud?,300\n";
    const columns = {
      ...{ response_id: "signalExternalId", date: "occurredOn" },
      ...{ question: "question", value: "answer" },
    };
    const questions = { "How easy?": { scaleMin: 1, scaleMax: 7 } };
    const done = await importText(session, {
      ...{ kind: "signals", text, mapping: { columns, questions } },
    });
    expect(done.counts).toMatchObject({ created: 2, rejected: 0 });
    expect((await signals()).map(({ score, scaleMax }) => [score, scaleMax])).toEqual([
      [6, 7],
      [null, null],
    ]);
  });
});
