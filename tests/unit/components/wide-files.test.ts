import { describe, expect, it } from "vitest";
import { likelyQuestion } from "#components/imports/column-question.ts";
import { describeColumns } from "#components/imports/describe-columns.ts";
import { mappingOf, problemsOf, questionsOf } from "#components/imports/draft-mapping.ts";
import { draftOf, remap } from "#components/imports/import-draft.ts";
import { previewFile } from "#components/imports/preview-file.ts";
import { MOST_SHOWN, shownColumns } from "#components/imports/shown-columns.ts";

async function read(text: string) {
  const preview = await previewFile(new Blob([text]));
  if ("fault" in preview) throw new Error(preview.fault);
  return { preview, file: new File([text], "wide.csv") };
}

describe("a file of many columns", () => {
  const headers = Array.from({ length: 10_000 }, (_, at) => `q${at}`);
  const text = `id,date,${headers.join(",")},comment\n`;

  it("shows the first ones, those that fill a field, and those that are looked for, within two seconds", async () => {
    const startedMs = performance.now();
    const file = await read(text);
    const draft = draftOf(file, "signals");
    const sketches = describeColumns(file.preview);
    const shown = shownColumns(sketches, draft.columns, "");
    expect(problemsOf(draft)).toEqual([]);
    expect(mappingOf(draft, questionsOf(draft, "EUR").answers)).not.toBeNull();
    expect(performance.now() - startedMs).toBeLessThan(2000);
    expect(sketches).toHaveLength(10_003);
    expect(shown).toHaveLength(MOST_SHOWN + 1);
    expect(shown.at(-1)).toBe(10_002);
    expect(shownColumns(sketches, draft.columns, "Q999").map((at) => sketches[at]?.header)).toEqual(
      ["q999", ...Array.from({ length: 10 }, (_, at) => `q999${at}`)],
    );
  });
});

describe("a column of answers that are numbers", () => {
  it("begins with the likely scale where nobody has said it, and words with none", async () => {
    const head = "id,date,Would you recommend us?,How was it (1-5)?,How warm was it?,And why?";
    const rows = ["1,2026-01-01,9,4,3,Late", "2,2026-01-02,0,5,7,"];
    const draft = draftOf(await read(`${[head, ...rows].join("\n")}\n`), "signals");
    const likely = draft.columns.map((field, at) =>
      field === null ? null : likelyQuestion(draft, at, field),
    );
    expect(likely).toEqual([
      ...[undefined, undefined, { metric: "nps" }, { scaleMin: 1, scaleMax: 5 }],
      ...[{ scaleMin: 1, scaleMax: 7 }, undefined],
    ]);
    const questions = { "How warm was it?": { scaleMin: 1, scaleMax: 10 } };
    expect(likelyQuestion({ ...draft, questions }, 4, "answers.How warm was it?")).toBeUndefined();
  });
});

describe("two columns of one name", () => {
  it("are shown apart, and one of them can be left out", async () => {
    const file = await read("response id,date,score,score\n1,2026-01-01,5,6\n");
    const draft = draftOf(file, "signals");
    expect(describeColumns(file.preview).map(({ header }) => header)).toEqual([
      ...["response id", "date", "score (1)", "score (2)"],
    ]);
    expect(problemsOf(draft).join(" ")).toContain('Two columns are called "score".');
    const one = remap(draft, 2, null);
    expect(problemsOf(one)).toEqual([]);
    expect(mappingOf(one, questionsOf(one, "EUR").answers)?.columns["score (2)"]).toBe("score");
  });
});
