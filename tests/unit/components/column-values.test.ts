import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { questionIn, withQuestion } from "#components/imports/column-question.ts";
import { columnStates } from "#components/imports/column-states.ts";
import {
  areBareNumbers,
  canMapValues,
  columnValues,
  valueTest,
} from "#components/imports/column-values.ts";
import { describeColumns } from "#components/imports/describe-columns.ts";
import { draftOf, type ImportDraft, remap } from "#components/imports/import-draft.ts";
import { previewFile } from "#components/imports/preview-file.ts";
import { askFor, choiceOfQuestion, questionOfChoice } from "#components/imports/question-choice.ts";
import messages from "#lib/format/messages/en/imports.json" with { type: "json" };
import type { ImportKind } from "#lib/imports/types.ts";

const t = createTranslator({ locale: "en", messages: { imports: messages }, namespace: "imports" });
const NONE = new Map<string, string>();

describe("the values of a column", () => {
  it("are counted whatever their case, those first that cannot be read", () => {
    const rows = [["won"], ["Won"], ["lost"], ["undecided"], [""], ["won"]];
    const preview = { headers: ["outcome"], rows };
    const values = columnValues({ preview }, 0, valueTest("dealOutcome", NONE, undefined));
    expect(values).toEqual([
      { text: "undecided", count: 1, isRead: false },
      { text: "won", count: 3, isRead: true },
      { text: "lost", count: 1, isRead: true },
    ]);
  });

  it("are also those that a dry run met further down, counted over the whole file", () => {
    const preview = {
      headers: [" outcome ", "reason"],
      rows: [
        ["won", "x"],
        ["Undecided", "y"],
      ],
    };
    const unread = [
      { column: "outcome", text: "undecided", count: 700 },
      { column: "outcome", text: "pending", count: 7 },
      { column: "reason", text: "pending", count: 9 },
    ];
    const isRead = valueTest("dealOutcome", new Map([["pending", "no_decision"]]), undefined);
    expect(columnValues({ preview, unread }, 0, isRead)).toEqual([
      { text: "undecided", count: 700, isRead: false },
      { text: "pending", count: 7, isRead: true },
      { text: "won", count: 1, isRead: true },
    ]);
  });

  it("are read as what they stand for, and nothing is always read", () => {
    const meanings = new Map([
      ["undecided", "no_decision"],
      ["?", ""],
    ]);
    const isRead = valueTest("dealOutcome", meanings, undefined);
    expect([isRead("Undecided"), isRead("?"), isRead("maybe")]).toEqual([true, true, false]);
  });

  it("of a question with a scale are numbers on it", () => {
    const question = { scaleMin: 1, scaleMax: 5 };
    const isRead = valueTest("answers.x", NONE, question);
    expect([isRead("5"), isRead("5 - very good"), isRead("6"), isRead("good")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(valueTest("answers.x", NONE, { metric: "nps" })("11")).toBe(false);
  });

  it("that are numbers on no known scale are noticed", () => {
    expect(areBareNumbers("answers.x", {}, ["1", "2"], NONE)).toBe(true);
    expect(areBareNumbers("answers.x", { x: { metric: "nps" } }, ["1", "2"], NONE)).toBe(false);
    expect(areBareNumbers("answers.x", {}, ["1", "good"], NONE)).toBe(false);
    expect(areBareNumbers("score", {}, ["1"], NONE)).toBe(false);
  });

  it("can be mapped where a few words are meant, not where people are named or write", () => {
    expect(["dealOutcome", "score", "channel", "answers.Is it On"].map(can)).not.toContain(false);
    expect(
      ["customerExternalId", "email", "comment", "occurredOn", "amount"].map(can),
    ).not.toContain(true);
  });
});

const can = (field: string) => canMapValues(field as Parameters<typeof canMapValues>[0]);

async function statesOf(kind: ImportKind, text: string, change = (draft: ImportDraft) => draft) {
  const preview = await previewFile(new Blob([text]));
  if ("fault" in preview) throw new Error(preview.fault);
  const draft = change(draftOf({ file: new File([], "x.csv"), preview }, kind));
  const answers = { dateFormat: null, decimalSeparator: null };
  const context = { currency: "EUR", locale: "en-GB", answers };
  return columnStates(draft, describeColumns(preview), context, t);
}

describe("the state of a column", () => {
  it("that fills the gaps of another is not that of one left out", async () => {
    const file = new URL("../../fixtures/exports/surveymonkey.csv", import.meta.url);
    const states = await statesOf("signals", readFileSync(file, "utf8"));
    expect(states.filter(({ isStandIn }) => isStandIn)).toEqual([
      {
        reading: { text: "Used where End Date is empty", example: null, isDoubtful: false },
        ...{ edit: null, isStandIn: true },
      },
    ]);
  });

  it("says how many of its values cannot be read", async () => {
    const [, outcome] = await statesOf(
      "win_loss",
      "date,outcome\n2025-01-01,won\n2025-01-02,open\n",
    );
    expect(outcome).toEqual({
      reading: { text: "1 of 2 values can be read", example: null, isDoubtful: true },
      edit: { label: "Map one value" },
    });
  });

  it("says that numbers are kept as text until their scale is said", async () => {
    const file = "date,How easy was it?\n2025-01-01,4\n2025-01-02,5\n";
    const [, before] = await statesOf("signals", file);
    expect(before?.reading.text).toBe("Kept as text until you say the scale");
    expect(before?.edit).toEqual({ label: "Say the scale" });
    const questions = { "How easy was it?": { metric: "ces", scaleMin: 1, scaleMax: 7 } } as const;
    const [, after] = await statesOf("signals", file, (draft) => ({ ...draft, questions }));
    expect(after?.reading).toMatchObject({ text: "CES, 1 to 7", isDoubtful: false });
  });

  it("of a score says that its scale is missing, until a value for all rows gives it", async () => {
    const file = "date,score\n2025-01-01,4\n";
    const [, before] = await statesOf("signals", file);
    expect(before?.reading).toMatchObject({ isDoubtful: true });
    const constants = { scaleMin: "1", scaleMax: "5" };
    const [, after] = await statesOf("signals", file, (draft) => ({ ...draft, constants }));
    expect(after?.reading).toMatchObject({ text: "Another score, 1 to 5", isDoubtful: false });
    const metric = "date,score,type\n2025-01-01,4,csat\n";
    const [, other] = await statesOf("signals", metric, (draft) => remap(draft, 2, "metric"));
    expect(other?.reading.isDoubtful).toBe(false);
  });

  it("has nothing to map in a column that is left out", async () => {
    const [, note] = await statesOf("win_loss", "date,channel\n2025-01-01,x\n", (draft) =>
      remap(draft, 1, null),
    );
    expect(note?.edit).toBeNull();
  });
});

describe("the scale of a column", () => {
  it("of scores is the same in all rows, and takes the place of the one before", async () => {
    const preview = await previewFile(new Blob(["date,score\n2025-01-01,4\n"]));
    if ("fault" in preview) throw new Error(preview.fault);
    const draft = draftOf({ file: new File([], "x.csv"), preview }, "signals");
    expect(questionIn(draft, "score")).toBeUndefined();
    const ces = { metric: "ces", scaleMin: 1, scaleMax: 7, higherIsBetter: false } as const;
    const { constants } = withQuestion(draft, "score", ces);
    expect(constants).toEqual({
      metric: "ces",
      scaleMin: "1",
      scaleMax: "7",
      higherIsBetter: "no",
    });
    expect(questionIn({ ...draft, constants }, "score")).toEqual(ces);
    const nps = withQuestion({ ...draft, constants }, "score", { metric: "nps" });
    expect(nps.constants).toEqual({ metric: "nps" });
  });

  it("of an answer is its own", async () => {
    const preview = await previewFile(new Blob(["date,How?\n2025-01-01,4\n"]));
    if ("fault" in preview) throw new Error(preview.fault);
    const draft = draftOf({ file: new File([], "x.csv"), preview }, "signals");
    const { questions } = withQuestion(draft, "answers.How?", { metric: "nps" });
    expect(questions).toEqual({ "How?": { metric: "nps" } });
    expect(withQuestion({ ...draft, questions }, "answers.How?", undefined).questions).toEqual({});
  });
});

describe("what a question asks for", () => {
  it("is words until it is said, and has the usual scale of a metric then", () => {
    const words = choiceOfQuestion(undefined);
    expect(questionOfChoice(words)).toBeUndefined();
    expect(questionOfChoice(askFor(words, "nps"))).toEqual({ metric: "nps" });
    expect(questionOfChoice(askFor(words, "csat"))).toEqual({
      ...{ metric: "csat", scaleMin: 1, scaleMax: 5 },
    });
  });

  it("can be a score of its own, with the lowest the better end", () => {
    const choice = { asked: "score", min: "-2", max: "2,5", higherIsBetter: false } as const;
    expect(questionOfChoice(choice)).toEqual({
      ...{ scaleMin: -2, scaleMax: 2.5, higherIsBetter: false },
    });
    expect(choiceOfQuestion(questionOfChoice(choice) ?? undefined)).toEqual({
      ...choice,
      max: "2.5",
    });
  });

  it("is not understood without two numbers, the highest above the lowest", () => {
    const score = { asked: "score", higherIsBetter: true } as const;
    expect(questionOfChoice({ ...score, min: "", max: "5" })).toBeNull();
    expect(questionOfChoice({ ...score, min: "5", max: "5" })).toBeNull();
    expect(questionOfChoice({ ...score, min: "one", max: "5" })).toBeNull();
  });
});
