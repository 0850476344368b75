import { describe, expect, it } from "vitest";
import {
  draftOf,
  likelyKind,
  mappingOf,
  problemsOf,
  questionsOf,
  remap,
} from "#components/imports/import-draft.ts";
import { type FilePreview, previewFile } from "#components/imports/preview-file.ts";

const ORDERS = "customer_id,date,amount\n1,2025-01-31,12.50\n2,2025-02-01,7\n";

describe("previewFile", () => {
  it("reads headers and rows of a whole file", async () => {
    const preview = await read(ORDERS);
    expect(preview.headers).toEqual(["customer_id", "date", "amount"]);
    expect(preview.rows).toHaveLength(2);
    expect(preview.isWhole).toBe(true);
  });

  it("leaves out the last record of a file that goes on", async () => {
    const long = ORDERS + "3,2025-02-02,8.00\n".repeat(5_000);
    const preview = await read(long);
    expect(preview.isWhole).toBe(false);
    expect(preview.rows.every((row) => row.length === 3)).toBe(true);
  });

  it("says why a file cannot be read", async () => {
    expect(await previewFile(new Blob([""]))).toEqual({ fault: "The file is empty." });
  });
});

describe("an import draft", () => {
  it("tells orders from customers by their headers", async () => {
    expect(likelyKind(await read(ORDERS))).toBe("orders");
    expect(likelyKind(await read("customer_id,name,email\n1,Ann,a@example.com\n"))).toBe(
      "customers",
    );
  });

  it("sends no mapping while the headers say enough", async () => {
    const draft = draftOf({ file: fileOf(ORDERS), preview: await read(ORDERS) }, "orders");
    expect(mappingOf(draft, questionsOf(draft, "EUR").answers)).toBeNull();
    expect(problemsOf(draft)).toEqual([]);
  });

  it("sends every column once one was changed, and names what is missing", async () => {
    const text = "customer_id,date,net\n1,2025-01-31,12.50\n";
    const draft = draftOf({ file: fileOf(text), preview: await read(text) }, "orders");
    const without = remap(draft, 2, null);
    expect(problemsOf(without)).toHaveLength(1);
    const mapped = remap(without, 2, "amount");
    expect(problemsOf(mapped)).toEqual([]);
    expect(mappingOf(mapped, questionsOf(mapped, "EUR").answers)?.columns).toEqual({
      customer_id: "customerExternalId",
      date: "orderedOn",
      net: "amount",
    });
  });

  it("sends the answer to a question without naming the columns again", async () => {
    const text = "customer_id,date,amount\n1,03/04/2025,12.50\n2,25/12/2025,7.00\n";
    const draft = draftOf({ file: fileOf(text), preview: await read(text) }, "orders");
    expect(mappingOf(draft, questionsOf(draft, "EUR").answers)).toEqual({
      columns: {},
      dateFormat: "dmy",
    });
  });

  it("waits for an answer that nothing speaks for", async () => {
    const text = "customer_id,date,amount\n1,03/04/2025,12.50\n";
    const draft = draftOf({ file: fileOf(text), preview: await read(text) }, "orders");
    expect(questionsOf(draft, "EUR").isAnswered).toBe(false);
    expect(questionsOf({ ...draft, dateFormat: "mdy" }, "EUR").isAnswered).toBe(true);
  });
});

function fileOf(text: string): File {
  return new File([text], "orders.csv");
}

async function read(text: string): Promise<FilePreview> {
  const preview = await previewFile(new Blob([text]));
  if ("fault" in preview) throw new Error(preview.fault);
  return preview;
}
