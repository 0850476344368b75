import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mappingOf, problemsOf, questionsOf } from "#components/imports/draft-mapping.ts";
import {
  choiceOf,
  draftAs,
  draftOf,
  type ImportDraft,
  plainDraftOf,
  redraftOf,
  remap,
  withSource,
} from "#components/imports/import-draft.ts";
import { kindFor } from "#components/imports/likely-kind.ts";
import {
  type FilePreview,
  type PreviewOptions,
  previewFile,
} from "#components/imports/preview-file.ts";
import type { SavedMapping } from "#lib/imports/saved-mapping.ts";
import { importMappingFor } from "#lib/imports/schema.ts";

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/exports/${name}.csv`, import.meta.url));

async function read(name: string, options?: PreviewOptions): Promise<FilePreview> {
  const preview = await previewFile(new Blob([new Uint8Array(fixture(name))]), options);
  if ("fault" in preview) throw new Error(preview.fault);
  return preview;
}

const fileOf = (name: string) => new File([], `${name}.csv`);
const sent = (draft: ImportDraft) => mappingOf(draft, questionsOf(draft, "EUR").answers);

const RECOMMEND = "How likely are you to recommend us to a friend?";

describe("an export that is recognised", () => {
  it("shows one name for each column, and no rows that describe columns", async () => {
    const preview = await read("qualtrics");
    expect(preview.format?.name).toBe("qualtrics");
    expect(preview.headers).toContain(RECOMMEND);
    expect(preview.rows).toHaveLength(2);
    expect(preview.rows[0]?.[0]).toBe("2025-03-01 18:02:11");
  });

  it("sets kind, columns, scales, time zone and source, and needs nothing more", async () => {
    const preview = await read("qualtrics");
    const kind = kindFor(preview, null, []);
    const draft = draftOf({ file: fileOf("qualtrics"), preview }, kind);
    expect(kind).toBe("signals");
    expect(problemsOf(draft)).toEqual([]);
    expect(draft.source).toBe("Qualtrics");
    expect(sent(draft)).toMatchObject({
      format: "qualtrics",
      timeZone: "America/Denver",
      source: "Qualtrics",
      questions: { [RECOMMEND]: { metric: "nps" } },
      columns: { ResponseId: "signalExternalId", [RECOMMEND]: `answers.${RECOMMEND}` },
    });
    expect(importMappingFor("signals").safeParse(sent(draft)).success).toBe(true);
  });

  it("stays the kind that was chosen where it can be that, and can be changed", async () => {
    const preview = await read("zendesk-tickets");
    expect(kindFor(preview, null, [])).toBe("interactions");
    expect(kindFor(preview, "complaints", [])).toBe("complaints");
    expect(kindFor(preview, "orders", [])).toBe("interactions");
    const draft = draftOf({ file: fileOf("zendesk-tickets"), preview }, "signals");
    expect(problemsOf(draft)).toEqual([]);
    expect(sent(draft)?.values?.score?.["Not Offered"]).toBe("");
  });

  it("keeps its label rows out as any other kind too", async () => {
    const preview = await read("qualtrics");
    const draft = draftOf({ file: fileOf("qualtrics"), preview }, "customers");
    expect(sent(draft)?.format).toBe("qualtrics");
  });

  it("is none with its headers in another row", async () => {
    const preview = await read("qualtrics", { choice: { headerRow: 2 } });
    expect(preview.format).toBeNull();
  });

  it("begins with all that its dry run was told", async () => {
    const preview = await read("qualtrics");
    const first = draftOf({ file: fileOf("qualtrics"), preview }, "signals");
    const offer = first.preview.headers.indexOf("Which offer did you take?");
    const easy = "How easy was it to … - place the order" as const;
    const changed: ImportDraft = {
      ...remap(first, offer, null),
      source: "Spring survey",
      createMissing: ["customers"],
      values: { [`answers.${easy}`]: { "Very easy": "5", Hard: "2" } },
      questions: { ...first.questions, [easy]: { metric: "ces", scaleMin: 1, scaleMax: 5 } },
    };
    const mapping = sent(changed);
    const choice = choiceOf(mapping);
    const again = {
      file: fileOf("qualtrics"),
      preview: await read("qualtrics", { choice }),
      choice,
    };
    const redrafted = redraftOf(again, { kind: "signals", mapping }, []);
    expect(sent(redrafted)).toEqual(mapping);
    expect(mapping).toMatchObject({ source: "Spring survey", createMissing: ["customers"] });
    const parsed = importMappingFor("signals").safeParse(mapping);
    expect(parsed.error).toBeUndefined();
  });

  it("can be mapped by hand, by its headers as they stand, and is then no export to the server either", async () => {
    const file = fileOf("qualtrics");
    const preview = await read("qualtrics", { isPlain: true });
    const draft = plainDraftOf({ file, preview }, "signals");
    expect(preview.format).toBeNull();
    expect(draft.isPlain).toBe(true);
    expect(draftAs(draft, "complaints", []).isPlain).toBe(true);
    expect(sent(remap(draft, 0, "occurredOn"))).toMatchObject({ columns: expect.anything() });
    expect(sent(draft)?.format).toBeUndefined();
  });

  it("takes the mapping of the source that is chosen, where it has one", async () => {
    const preview = await read("qualtrics");
    const known = (id: string, source: string, field: "comment" | "score"): SavedMapping => ({
      ...{ kind: "signals", id, source, headers: preview.headers, fileName: `${source}.csv` },
      mapping: { columns: { RecordedDate: "occurredAt", [RECOMMEND]: field }, source },
      usedAt: "2025-03-01T00:00:00Z",
    });
    const saved = [known("1", "Shop", "comment"), known("2", "Till", "score")];
    const draft = draftOf({ file: fileOf("qualtrics"), preview }, "signals", saved);
    expect(draft).toMatchObject({ source: "Shop", matched: { id: "1" } });
    const other = withSource(draft, "till ", saved);
    expect(other).toMatchObject({ source: "till ", matched: { id: "2" } });
    expect(sent(other)?.columns[RECOMMEND]).toBe("score");
    expect(withSource(other, "New", saved)).toMatchObject({ source: "New", matched: { id: "2" } });
  });

  it("is read as such a file was read before", async () => {
    const preview = await read("qualtrics");
    const mapping = sent(draftOf({ file: fileOf("qualtrics"), preview }, "signals"));
    if (!mapping) throw new Error("no mapping");
    const columns = { RecordedDate: "occurredAt", [RECOMMEND]: "comment" } as const;
    const known: SavedMapping = {
      ...{ kind: "signals", id: "x", source: null, headers: preview.headers },
      ...{ mapping: { ...mapping, columns }, fileName: "last.csv", usedAt: "2025-03-01T00:00:00Z" },
    };
    const draft = draftOf({ file: fileOf("qualtrics"), preview }, "signals", [known]);
    expect(draft.matched?.fileName).toBe("last.csv");
    expect(sent(draft)?.columns).toEqual(columns);
    expect(sent(draft)?.format).toBe("qualtrics");
  });

  it("forgets scales and values of columns that are left out", async () => {
    const preview = await read("qualtrics");
    const draft = draftOf({ file: fileOf("qualtrics"), preview }, "signals");
    const without = remap(draft, preview.headers.indexOf(RECOMMEND), null);
    expect(sent(without)?.questions).toBeUndefined();
  });
});

describe("a wide file that nobody knows", () => {
  it("takes headers that ask something for questions, as feedback", async () => {
    const text = "date,customer_id,How was it?\n2025-03-01,C1,Good\n";
    const preview = await previewFile(new Blob([text]));
    if ("fault" in preview) throw new Error(preview.fault);
    const file = new File([text], "own.csv");
    const draft = draftOf({ file, preview }, "signals");
    expect(problemsOf(draft)).toEqual([]);
    expect(sent(draft)?.columns["How was it?"]).toBe("answers.How was it?");
    expect(draftOf({ file, preview }, "orders").columns[2]).toBeNull();
  });
});
