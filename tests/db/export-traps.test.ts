import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/exports/${name}.csv`, import.meta.url), "utf8");

const imported = (kind: string, text: string, mapping?: unknown) =>
  importText(session, { kind, text, ...(mapping ? { mapping } : {}) });

const signals = () =>
  withTenant(session, "import:read", (tx) =>
    tx.signal.findMany({
      include: { customer: { select: { externalId: true } } },
      orderBy: { externalId: "asc" },
    }),
  );

async function reasons(importId: string) {
  const rejects = await withTenant(session, "import:read", (tx) =>
    tx.importReject.findMany({ where: { importId }, orderBy: { line: "asc" } }),
  );
  return rejects.map(({ columnName, reason }) => [columnName, reason]);
}

const SM_HEAD = (question: string) =>
  `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,${question}\n,,,,,,,,,Response\n`;
const smRow = (id: number, day: string, answer: string, custom = "") =>
  `${id},1,${day} 10:00:00,${day} 10:03:00,,p${id}@mail.example,,,${custom},${answer}\n`;

describe("rows of an export that are no responses", () => {
  it("of Qualtrics: previews, tests, spam and unfinished ones are left out, each with its reason", async () => {
    const { id, counts } = await imported("signals", fixture("qualtrics"));
    expect(counts).toEqual({ created: 8, updated: 0, unchanged: 0, rejected: 4 });
    expect(await reasons(id)).toEqual([
      ["Status", "A survey preview, not a response."],
      ["Status", "A survey test, not a response."],
      ["Status", "Qualtrics takes it for spam, not a response."],
      ["Finished", "Not finished: somebody broke this response off."],
    ]);
  });

  it("of Zendesk: a ticket that nobody rated is no feedback, an unsolved one has the day of its last change", async () => {
    const { id } = await imported("signals", fixture("zendesk-tickets"));
    expect(await reasons(id)).toEqual([
      ["Satisfaction Score", "Not rated: there is no feedback in this ticket."],
      ["Satisfaction Score", "Not rated: there is no feedback in this ticket."],
    ]);
    const found = await signals();
    expect(found.map(({ externalId, score }) => [externalId, score])).toEqual([
      ["5001", 1],
      ["5003", 0],
      ["5005", 0],
    ]);
    expect(found[2]?.occurredOn).toEqual(new Date("2025-04-09"));
  });
});

describe("the scale of a question", () => {
  it("of Zendesk's tickets is 1 to 5 where they are rated so", async () => {
    const text = fixture("zendesk-tickets").replace(",Good,", ",5,").replaceAll(",Bad,", ",1,");
    await imported("signals", text);
    expect(await signals()).toMatchObject([
      { score: 5, scaleMin: 1, scaleMax: 5 },
      { score: 1 },
      { score: 1 },
    ]);
  });

  it("is read from its words: five of 1 to 5 is no NPS", async () => {
    const head = SM_HEAD("Would you recommend our shop? (1 = no and 5 = certainly)");
    await imported("signals", head + smRow(1, "03/24/2026", "5") + smRow(2, "03/24/2026", "4"));
    expect(await signals()).toMatchObject([
      { score: 5, metric: null, scaleMin: 1, scaleMax: 5 },
      { score: 4, metric: null, scaleMin: 1, scaleMax: 5 },
    ]);
  });

  it("is told from the whole file: an answer far below shows that the first ones were NPS", async () => {
    const low = Array.from({ length: 3000 }, (_, at) => smRow(at + 1, "03/24/2026", "4"));
    const head = SM_HEAD("Would you recommend us?");
    await imported("signals", head + low.join("") + smRow(5000, "03/24/2026", "9"));
    const found = await signals();
    expect(found).toHaveLength(3001);
    expect(found.every(({ metric }) => metric === "nps")).toBe(true);
  });

  it("is never invented: an answer stays a number in words where nothing says its scale", async () => {
    await imported("signals", SM_HEAD("Would you recommend us?") + smRow(1, "03/24/2026", "4"));
    expect(await signals()).toMatchObject([{ score: null, metric: null, body: "4" }]);
  });

  it("of Formbricks' feedback is that of each question", async () => {
    const { counts } = await imported("signals", fixture("formbricks-feedback"));
    expect(counts.rejected).toBe(1);
    const found = await signals();
    expect(
      found.map(({ externalId, metric, score, scaleMax, body }) => [
        ...[externalId, metric, score, scaleMax, body],
      ]),
    ).toEqual([
      ["sub1#nps", "nps", 7, 10, null],
      ["sub1#sat", "csat", 4, 5, null],
      ["sub1#why", null, null, null, "Postage is dear"],
      ["sub2#gift", null, null, null, "true"],
      ["sub3#star", "rating", 4, 10, null],
      ["sub4#ease", null, null, null, "4"],
      ["sub4#star", "rating", 9, 10, null],
    ]);
  });
});

describe("days that can be read two ways", () => {
  const head = SM_HEAD("Anything else?");

  it("are read as a later row of the file shows", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => smRow(at + 1, "03/04/2026", "Fine"));
    await imported("signals", head + rows.join("") + smRow(5000, "25/04/2026", "Good"));
    const found = await signals();
    expect(found).toHaveLength(3001);
    expect(found[0]?.occurredOn).toEqual(new Date("2026-04-03"));
  });

  it("are asked for where no row shows it, and read as they are then said to be", async () => {
    const text = head + smRow(1, "03/04/2026", "Fine");
    const done = await imported("signals", text);
    expect(done.failure).toBe(
      "The days of this file can be read two ways, such as 03/04/2026 10:00:00, and no row shows which. Say it with dateFormat: dmy for day/month or mdy for month/day.",
    );
    await imported("signals", text, {
      ...{ format: "surveymonkey", dateFormat: "dmy" },
      columns: {
        "Respondent ID": "signalExternalId",
        "End Date": "occurredAt",
        "Anything else?": "answers.Anything else?",
      },
    });
    expect(await signals()).toMatchObject([{ occurredOn: new Date("2026-04-03") }]);
  });
});

describe("who said it", () => {
  it("is told by another column where the first one is empty", async () => {
    await imported("signals", fixture("formbricks-responses"));
    const customers = (await signals()).map(({ customer }) => customer?.externalId);
    expect([...new Set(customers)]).toEqual(["C-8", "mia@mail.example", "C-9"]);
    const { id } = await imported("complaints", fixture("salesforce-cases"));
    expect(await reasons(id)).toEqual([]);
    const [complaint] = await withTenant(session, "import:read", (tx) =>
      tx.complaint.findMany({
        where: { externalId: "00001028" },
        include: { customer: { select: { externalId: true } } },
      }),
    );
    expect(complaint?.customer?.externalId).toBe("003B7");
  });

  it("is not the name of an account in a case of Salesforce that has a column of account ids", async () => {
    const head = "Case Number,Date/Time Opened,Account Name,Contact ID,Subject";
    const row = "2025-01-14T09:20:31Z,Alder & Finch,003B1,Broken";
    await imported("complaints", `${head},Account ID\nK1,${row},001A9\nK2,${row},\n`);
    await imported("complaints", `${head}\nK3,${row}\n`);
    const complaints = await withTenant(session, "import:read", (tx) =>
      tx.complaint.findMany({
        select: { externalId: true, customer: { select: { externalId: true } } },
        orderBy: { externalId: "asc" },
      }),
    );
    expect(complaints.map(({ customer }) => customer?.externalId)).toEqual([
      ...["001A9", "003B1", "Alder & Finch"],
    ]);
  });

  it("is not told by SurveyMonkey's custom data", async () => {
    const head = SM_HEAD("Anything else?");
    await imported(
      "signals",
      head +
        smRow(1, "03/24/2026", "Fine", "newsletter") +
        smRow(2, "03/24/2026", "Good", "newsletter"),
    );
    const customers = (await signals()).map(({ customer }) => customer?.externalId);
    expect(customers).toEqual(["p1@mail.example", "p2@mail.example"]);
  });
});

describe("what a file says of itself", () => {
  it("holds against what an earlier file said, and a person's choice against both", async () => {
    await imported("signals", fixture("qualtrics"), {
      format: "qualtrics",
      timeZone: "America/Denver",
      columns: {
        ResponseId: "signalExternalId",
        RecordedDate: "occurredAt",
        "Which offer did you take?": "comment",
      },
    });
    const other = fixture("qualtrics")
      .replaceAll("America/Denver", "Asia/Tokyo")
      .replaceAll("R_1aa", "R_9zz");
    const { id } = await imported("signals", other);
    const [signal] = await withTenant(session, "import:read", (tx) =>
      tx.signal.findMany({ where: { externalId: "R_9zz" } }),
    );
    expect(signal).toMatchObject({
      body: "Spring bundle",
      occurredAt: new Date("2025-03-01T09:05:41Z"),
    });
    expect(id).toBeTruthy();
  });
});

describe("a file of feedback that nobody knows", () => {
  const sources = async () => {
    const rows = await withTenant(session, "import:read", (tx) =>
      tx.signal.findMany({ include: { source: { select: { name: true } } } }),
    );
    return rows
      .map(({ externalId, body, source }) => `${source.name} ${externalId} ${body}`)
      .sort();
  };
  const send = (name: string, header: string, text: string) =>
    importText(session, {
      ...{ kind: "signals", fileName: name },
      text: `id,date,${header}\n1,2026-01-05,${text}\n`,
    });

  it("does not meet the numbers of another, and one with the same headers belongs to the same source", async () => {
    await send("store visits 2026-01.csv", "comment", "Nice");
    await send("hotline (2).csv", "comment,channel", "Long wait,Phone");
    await send("another name.csv", "comment", "Very nice");
    expect(await sources()).toEqual(["Hotline 1 Long wait", "Store visits 1 Very nice"]);
  });

  it("is no example for the next one when no row of it could be read", async () => {
    const text = "id,date,comment\n1,someday,Nice\n";
    await importText(session, { kind: "signals", fileName: "broken.csv", text });
    const saved = await withTenant(session, "import:read", (tx) => tx.importMapping.count());
    expect(saved).toBe(0);
  });
});
