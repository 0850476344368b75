import { describe, expect, it } from "vitest";
import { askedQuestions, isByQuestion, withGuesses } from "#components/imports/asked-questions.ts";
import { mappingOf } from "#components/imports/draft-mapping.ts";
import { draftOf, type ImportDraft, remap } from "#components/imports/import-draft.ts";
import { previewFile } from "#components/imports/preview-file.ts";
import { importMappingFor } from "#lib/imports/schema.ts";

const HEAD = "response_id,date,question,score";
const ROWS = ["R1,2025-03-01,How easy?,6", "R2,2025-03-02,How easy?,2", "R2,2025-03-02,Loud?,300"];
const NO_ANSWERS = { dateFormat: null, decimalSeparator: null };

async function draft(head = HEAD, rows: readonly string[] = ROWS): Promise<ImportDraft> {
  const preview = await previewFile(new Blob([[head, ...rows].join("\n")]));
  if ("fault" in preview) throw new Error(preview.fault);
  return draftOf({ file: new File([], "x.csv"), preview }, "signals");
}

describe("the questions that rows name", () => {
  it("are asked for their scale, with their answers and what is likely", async () => {
    const given = await draft();
    expect(isByQuestion(given)).toBe(true);
    expect(askedQuestions(given)).toMatchObject([
      {
        ...{ text: "How easy?", count: 2, samples: ["6", "2"], isOpen: true, canBeWords: false },
        guess: { question: { scaleMin: 1, scaleMax: 7 }, why: "range" },
      },
      { text: "Loud?", isOpen: true, guess: null },
    ]);
  });

  it("go into the mapping with the scale that was said, or taken as likely", async () => {
    const given = await draft();
    const questions = withGuesses(
      { "Loud?": { scaleMin: 0, scaleMax: 500 } },
      askedQuestions(given),
    );
    const mapping = mappingOf({ ...given, questions }, NO_ANSWERS);
    expect(mapping?.questions).toEqual({
      "How easy?": { scaleMin: 1, scaleMax: 7 },
      "Loud?": { scaleMin: 0, scaleMax: 500 },
    });
    expect(importMappingFor("signals").safeParse(mapping).success).toBe(true);
    expect(askedQuestions({ ...given, questions }).some(({ isOpen }) => isOpen)).toBe(false);
  });

  it("are those too that a dry run met further down", async () => {
    const unread = [
      { column: "question", text: "How cold?", count: 40 },
      { column: "question", text: "How easy?", count: 900 },
    ];
    const asked = askedQuestions({ ...(await draft()), unread });
    expect(asked.map(({ text, count }) => [text, count])).toEqual([
      ["How easy?", 900],
      ["Loud?", 1],
      ["How cold?", 40],
    ]);
    expect(asked[2]).toMatchObject({ isOpen: true, guess: null, samples: [] });
  });

  it("are not asked where a column or one value for all rows says the scale, nor of one question", async () => {
    const given = await draft();
    const constants = { scaleMin: "1", scaleMax: "5" };
    expect(isByQuestion({ ...given, constants })).toBe(false);
    expect(isByQuestion({ ...given, constants: { metric: "nps" } })).toBe(false);
    expect(isByQuestion(remap(given, 2, null))).toBe(false);
  });

  it("have the scale of the metric that their rows name", async () => {
    const [asked] = askedQuestions(
      await draft("response_id,date,question,score,metric", ["R1,2025-03-01,Recommend?,9,NPS"]),
    );
    expect(asked).toMatchObject({ question: { metric: "nps" }, isOpen: false });
  });
});

describe("answers that may be words", () => {
  const head = "response_id,date,question,answer";

  it("are open where they are numbers only, and can stay words", async () => {
    const given = await draft(head, ["R1,2025-03-01,How easy?,6", "R1,2025-03-01,Why?,Slow"]);
    expect(given.columns[3]).toBe("answer");
    expect(askedQuestions(given)).toMatchObject([
      { text: "How easy?", isOpen: true, canBeWords: true },
      { text: "Why?", isOpen: false, canBeWords: true, guess: null },
    ]);
  });
});
