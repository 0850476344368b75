import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { commitImport, runImport } from "#lib/imports/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/exports/${name}.csv`, import.meta.url), "utf8");

/** An export as it comes, without a word about its columns. */
async function imported(kind: string, name: string) {
  const done = await importText(session, { kind, text: fixture(name) });
  expect(done.failure).toBeNull();
  return done;
}

const read = <Found>(work: Parameters<typeof withTenant<Found>>[2]) =>
  withTenant(session, "import:read", work);

const signals = () =>
  read(async (tx) => {
    const rows = await tx.signal.findMany({
      include: {
        customer: { select: { externalId: true } },
        source: { select: { name: true } },
        department: { select: { name: true } },
      },
      orderBy: { externalId: "asc" },
    });
    return rows.map((row) => ({ ...row, customer: row.customer?.externalId ?? null }));
  });

const complaints = () => read((tx) => tx.complaint.findMany({ orderBy: { externalId: "asc" } }));
const interactions = () =>
  read((tx) => tx.interaction.findMany({ orderBy: { externalId: "asc" } }));

describe("an export that is known", () => {
  it("of Qualtrics: three header rows, texts over several lines, the time zone of the third row", async () => {
    const done = await imported("signals", "qualtrics");
    expect(done.counts).toEqual({ created: 8, updated: 0, unchanged: 0, rejected: 4 });
    const found = await signals();
    expect(found.map(({ externalId, score, body }) => [externalId, score, body])).toEqual([
      ["R_1aa#How easy was it to … - place the order", null, "Very easy"],
      ["R_1aa#How easy was it to … - return the parcel", null, "Somewhat easy"],
      ["R_1aa#How likely are you to recommend us to a friend?", 9, null],
      ["R_1aa#What is the main reason for your answer?", null, "Quick, and friendly."],
      ["R_1aa#Which offer did you take?", null, "Spring bundle"],
      ["R_2bb#How easy was it to … - place the order", null, "Hard"],
      ["R_2bb#How likely are you to recommend us to a friend?", 0, null],
      ["R_2bb#What is the main reason for your answer?", null, "Zwei Pakete.\nBeide falsch."],
    ]);
    expect(found[2]).toMatchObject({
      customer: "C-17",
      metric: "nps",
      scaleMin: 0,
      scaleMax: 10,
      source: { name: "Qualtrics" },
      // 18:05:41 in Denver, in the workspace the day after
      occurredAt: new Date("2025-03-02T01:05:41Z"),
      occurredOn: new Date("2025-03-02"),
      language: "EN",
    });
    expect((await imported("signals", "qualtrics")).counts).toMatchObject({ unchanged: 8 });
  });

  it("of Qualtrics: a value map, a scale and a source hold from the dry run to the next such file", async () => {
    const easy = "How easy was it to … - place the order";
    const mapping = {
      columns: {
        ResponseId: "signalExternalId",
        RecordedDate: "occurredAt",
        RecipientEmail: "customerEmail",
        [easy]: `answers.${easy}`,
      },
      ...{ format: "qualtrics", source: "Spring survey", timeZone: "Asia/Tokyo" },
      values: { [`answers.${easy}`]: { "Very easy": "5", Hard: "2" } },
      questions: { [easy]: { metric: "ces", scaleMin: 1, scaleMax: 5 } },
    };
    const file = { kind: "signals", text: fixture("qualtrics"), mapping };
    const none = await importText(session, {
      ...file,
      isDryRun: true,
      mapping: { ...mapping, createMissing: [] },
    });
    expect(none.counts).toMatchObject({ created: 1, rejected: 5 });
    const dryRun = await importText(session, { ...file, isDryRun: true });
    expect([dryRun.counts.created, dryRun.customersCreated]).toEqual([2, 1]);
    const { id } = await withTenant(session, "import:write", (tx) =>
      commitImport(tx, session, { importId: dryRun.id }),
    );
    await runImport({ tenantId: session.workspace.id, importId: id });
    const found = await signals();
    expect(found.map(({ score, metric, scaleMax }) => [score, metric, scaleMax])).toEqual([
      [5, "ces", 5],
      [2, "ces", 5],
    ]);
    expect(found[0]).toMatchObject({
      source: { name: "Spring survey" },
      occurredAt: new Date("2025-03-01T09:05:41Z"),
    });
    expect((await imported("signals", "qualtrics")).counts).toEqual({
      ...{ created: 0, updated: 0, unchanged: 2, rejected: 4 },
    });
  });

  it("of SurveyMonkey: two header rows, a blank goes on with the question to its left, month first", async () => {
    await imported("signals", "surveymonkey");
    const found = await signals();
    expect(found.map(({ externalId, score, body }) => [externalId, score, body])).toEqual([
      ["118000001#Anything else?", null, "Open longer on Fridays"],
      ["118000001#How likely is it that you would recommend us?", 10, null],
      ["118000001#Rate the visit – Advice", null, "Very good"],
      ["118000001#Rate the visit – Speed", null, "Good"],
      ["118000001#Which of these did you use? – App", null, "App"],
      ["118000001#Which of these did you use? – Shop", null, "Shop"],
      ["118000002#How likely is it that you would recommend us?", 4, null],
      ["118000002#Rate the visit – Speed", null, "Bad"],
      ["118000002#Which of these did you use? – Hotline", null, "Hotline"],
    ]);
    expect(found[0]).toMatchObject({
      customer: "ola@mail.example",
      occurredOn: new Date("2025-03-04"),
    });
  });

  it("of Typeform: the token first, dates in UTC last, one column for each choice", async () => {
    await imported("signals", "typeform");
    const found = await signals();
    expect(found.map(({ externalId }) => externalId)).toEqual([
      "tok9f3#How likely are you to recommend Alder & Finch?",
      "tok9f3#Shop",
      "tok9f3#What did you come for?",
      "tok9f4#Hotline",
      "tok9f4#How likely are you to recommend Alder & Finch?",
    ]);
    expect(found[0]).toMatchObject({ score: 8, occurredAt: new Date("2025-02-11T23:01:45Z") });
  });

  it("of Formbricks, responses: numbered questions, option ids left out, whatever meta columns there are", async () => {
    await imported("signals", "formbricks-responses");
    const found = await signals();
    expect(found.map(({ externalId, customer }) => [externalId, customer])).toEqual([
      ["clr01#1. How likely are you to recommend us?", "C-8"],
      ["clr01#2. What should we mend?", "C-8"],
      ["clr01#3. Which plan do you use?", "C-8"],
      ["clr02#1. How likely are you to recommend us?", "mia@mail.example"],
      ["clr02#3. Which plan do you use?", "mia@mail.example"],
      ["clr03#1. How likely are you to recommend us?", "C-9"],
      ["clr03#3. Which plan do you use?", "C-9"],
    ]);
  });

  it("of Formbricks, feedback: one answer to a line; sent again it is unchanged, out of scale it is rejected", async () => {
    const done = await imported("signals", "formbricks-feedback");
    expect(done.counts).toEqual({ created: 7, updated: 0, unchanged: 0, rejected: 1 });
    expect(
      (await signals()).map((row) => [row.externalId, row.metric, row.score, row.body]),
    ).toEqual([
      ["sub1#nps", "nps", 7, null],
      ["sub1#sat", "csat", 4, null],
      ["sub1#why", null, null, "Postage is dear"],
      ["sub2#gift", null, null, "true"],
      ["sub3#star", "rating", 4, null],
      ["sub4#ease", null, null, "4"],
      ["sub4#star", "rating", 9, null],
    ]);
    expect((await imported("signals", "formbricks-feedback")).counts).toMatchObject({
      created: 0,
      unchanged: 7,
      rejected: 1,
    });
  });

  it("of Zendesk: contacts; or complaints; or, of the rated ones, feedback", async () => {
    expect((await imported("interactions", "zendesk-tickets")).counts).toMatchObject({
      created: 5,
    });
    expect(await interactions()).toMatchObject([
      { externalId: "5001", kind: "service", channel: "Mail", outcome: "Solved" },
      { externalId: "5002", channel: "Chat" },
      { externalId: "5003", subject: "Wrong address on the bill" },
      { externalId: "5004" },
      { externalId: "5005" },
    ]);
    expect((await imported("complaints", "zendesk-tickets")).counts).toMatchObject({ created: 5 });
    await imported("signals", "zendesk-tickets");
    expect(await signals()).toMatchObject([
      {
        externalId: "5001",
        score: 1,
        metric: "csat",
        customer: "C-40",
        department: { name: "Billing" },
      },
      { externalId: "5003", score: 0, customer: "sam@mail.example" },
      { externalId: "5005", score: 0 },
    ]);
  });

  it("of Salesforce and of HubSpot", async () => {
    await imported("complaints", "salesforce-cases");
    await imported("interactions", "hubspot-tickets");
    expect(await complaints()).toMatchObject([
      {
        externalId: "00001026",
        reason: "Damage",
        channel: "Phone",
        receivedAt: new Date("2025-01-14T09:20:31Z"),
      },
      { externalId: "00001027", status: "New" },
      { externalId: "00001028" },
    ]);
    expect(await interactions()).toMatchObject([
      { externalId: "880001", subject: "Cannot sign in" },
      { externalId: "880002", channel: "Chat" },
    ]);
  });

  it("of the CFPB, in each of its three variants", async () => {
    for (const name of ["cfpb-18", "cfpb-16", "cfpb-api"]) await imported("complaints", name);
    expect(await complaints()).toMatchObject([
      {
        externalId: "9000001",
        body: "They changed the day of the debit.\nNobody wrote to me.",
        isTimely: true,
        isDisputed: null,
        receivedOn: new Date("2023-03-11"),
      },
      { externalId: "9000002", isTimely: false, isDisputed: true, channel: "Phone" },
      {
        externalId: "9000003",
        receivedAt: new Date("2023-03-11T14:26:56Z"),
        subReason: "Bad information",
      },
      {
        externalId: "9000004",
        body: "It is not mine.",
        resolution: "Closed with non-monetary relief",
      },
    ]);
  });

  it("says as what it can be imported when another kind was chosen", async () => {
    const done = await importText(session, { kind: "orders", text: fixture("qualtrics") });
    expect(done.status).toBe("failed");
    expect(done.failure).toBe("This is an export of Qualtrics. It can be imported as signals.");
  });
});
