import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { describeColumns } from "#components/imports/describe-columns.ts";
import { previewFile } from "#components/imports/preview-file.ts";
import { type ReadAsContext, readAsOf } from "#components/imports/read-as.ts";
import messages from "#lib/format/messages/en/imports.json" with { type: "json" };
import type { ImportField } from "#lib/imports/types.ts";

const t = createTranslator({ locale: "en", messages: { imports: messages }, namespace: "imports" });
const EUR: ReadAsContext = {
  currency: "EUR",
  locale: "en-GB",
  answers: { dateFormat: null, decimalSeparator: null },
};

async function readAs(field: ImportField | null, cells: string[], context = EUR, header = "x") {
  const preview = await previewFile(new Blob([[header, ...cells].map((c) => `"${c}"\n`).join("")]));
  if ("fault" in preview) throw new Error(preview.fault);
  const [sketch] = describeColumns(preview);
  if (!sketch) throw new Error("no column");
  return readAsOf(sketch, field, context, t);
}

describe("how a column is read", () => {
  it("shows the order of a day, and a day as it will be read", async () => {
    expect(await readAs("orderedOn", ["03.04.2026"])).toEqual({
      text: "Date, day.month.year",
      example: "03.04.2026 → 3 Apr 2026",
      isDoubtful: false,
    });
  });

  it("leaves open what is asked, and shows it once it is answered", async () => {
    const cells = ["03/04/2026"];
    expect(await readAs("orderedOn", cells)).toMatchObject({
      text: "Date, day or month first?",
      example: null,
      isDoubtful: true,
    });
    const answers = { dateFormat: "mdy", decimalSeparator: null } as const;
    expect(await readAs("orderedOn", cells, { ...EUR, answers })).toMatchObject({
      text: "Date, month/day/year",
      example: "03/04/2026 → 4 Mar 2026",
      isDoubtful: false,
    });
  });

  it("leaves it open too where other cells of the column are no days", async () => {
    expect(await readAs("orderedOn", ["01/02/2025", "soon", "later"])).toMatchObject({
      text: "Date, day or month first?",
      isDoubtful: true,
    });
  });

  it("shows the decimal mark of amounts, and an amount as it will be read", async () => {
    expect(await readAs("amount", ["4.812,50", "1.930,00"])).toMatchObject({
      text: "EUR, decimal comma",
      example: "4.812,50 → €4,812.50",
    });
  });

  it("names yes and no by the words of the file", async () => {
    expect(await readAs("consentMarketing", ["J", "N"])).toMatchObject({ text: "Yes or no: J, N" });
  });

  it("says what a column that is left out looks like, and that it may hold personal data", async () => {
    expect((await readAs(null, ["12", "13"])).text).toBe("Whole number");
    expect((await readAs(null, ["ruft abends an"], EUR, "bemerkung")).text).toBe(
      "May hold personal data",
    );
  });

  it("doubts a column whose cells are something else", async () => {
    expect(await readAs("orderedOn", ["Köln", "Mainz"])).toEqual({
      text: "Looks like: Text",
      example: null,
      isDoubtful: true,
    });
    expect((await readAs("amount", ["2025-03-01"])).isDoubtful).toBe(true);
    expect((await readAs("email", ["Ann", "Bob"])).isDoubtful).toBe(true);
    expect((await readAs("amount", ["", ""])).isDoubtful).toBe(false);
  });
});
