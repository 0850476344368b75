import { describe, expect, it } from "vitest";
import { mappingOf, problemsOf, questionsOf } from "#components/imports/draft-mapping.ts";
import { choiceOf, draftOf, redraftOf, remap } from "#components/imports/import-draft.ts";
import { likelyKind } from "#components/imports/likely-kind.ts";
import {
  type FilePreview,
  type PreviewOptions,
  previewFile,
} from "#components/imports/preview-file.ts";

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

  it("takes a file for another kind only where its headers name all that this kind needs", async () => {
    const kinds = {
      "complaint id,date received,customer_id,reason": "complaints",
      "date,customer_id,outcome,competitor,amount": "win_loss",
      "customer_id,start date,end date,price,plan": "subscriptions",
      "activity,unit,cost": "activity_rates",
      "channel,month,spend": "acquisition_costs",
      "customer_id,date,acquisition cost": "acquisition_costs",
      "segment,customer_id": "segment_lists",
      "segment,email,left": "segment_lists",
      "customer_id,segment,city": "orders",
      "date,customer_id,score,comment": "signals",
      "date,customer_id,How was it?,And why?": "signals",
      "respondent,when,question,answer,customer email": "signals",
      "order id,customer_id,date,amount,status": "orders",
      "call id,date,customer_id,duration": "interactions",
      "Kunde,Datum,Betrag brutto": "orders",
      "who,when,what": "orders",
    };
    for (const [headers, kind] of Object.entries(kinds))
      expect([headers, likelyKind({ headers: headers.split(",") })]).toEqual([headers, kind]);
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

describe("the header row of a draft", () => {
  const TITLED = `Orders of March\n${ORDERS}`;

  it("is found under a title, and the server is told of it", async () => {
    const preview = await read(TITLED);
    expect(preview.dialect.headerRow).toBe(2);
    const draft = draftOf({ file: fileOf(TITLED), preview }, "orders");
    expect(problemsOf(draft)).toEqual([]);
    expect(mappingOf(draft, questionsOf(draft, "EUR").answers)).toEqual({
      columns: {},
      headerRow: 2,
    });
  });

  it("is the one that is chosen", async () => {
    const text = `Orders,of,March\n${ORDERS}`;
    expect((await read(text)).headers).toEqual(["Orders", "of", "March"]);
    const preview = await read(text, { choice: { headerRow: 2 } });
    expect(preview.headers).toEqual(["customer_id", "date", "amount"]);
    expect(preview.rows).toHaveLength(2);
  });

  it("is where the headers of an earlier file stood", async () => {
    const text = `Orders,of,April\n${ORDERS}`;
    const headers = ["amount", "customer_id", "date"];
    const known = [{ headers, mapping: { headerRow: 2 } }];
    expect((await read(text, { known })).dialect.headerRow).toBe(2);
    expect((await read(text, { known, choice: { headerRow: 1 } })).dialect.headerRow).toBe(1);
  });
});

describe("a stored file that is mapped again", () => {
  it("begins with all that its dry run was told", async () => {
    const text = "Orders\n\na;b;c\n1;03/04/2025;10,50\n";
    const mapping = {
      columns: { a: "customerExternalId", b: "orderedOn", c: "amount" },
      dateFormat: "mdy",
      currency: "USD",
      constants: { channel: "Shop" },
      headerRow: 3,
    } as const;
    const choice = choiceOf(mapping);
    const stored = { importId: "1", name: "orders.csv", size: 40, headUrl: "/head" };
    const file = { file: stored, preview: await read(text, { choice }), choice };
    const draft = redraftOf(file, { kind: "orders", mapping }, []);
    expect(problemsOf(draft)).toEqual([]);
    expect(mappingOf(draft, questionsOf(draft, "EUR").answers)).toEqual(mapping);
  });
});

function fileOf(text: string): File {
  return new File([text], "orders.csv");
}

async function read(text: string, options?: PreviewOptions): Promise<FilePreview> {
  const preview = await previewFile(new Blob([text]), options);
  if ("fault" in preview) throw new Error(preview.fault);
  return preview;
}
