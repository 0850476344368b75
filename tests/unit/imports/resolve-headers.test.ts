import { describe, expect, it } from "vitest";
import { normaliseHeader } from "#lib/imports/match-headers.ts";
import { resolveHeaders } from "#lib/imports/resolve-headers.ts";
import { SYNONYMS } from "#lib/imports/synonyms.ts";

describe("headers by themselves", () => {
  it.each([
    [["customer_id", "date", "quantity", "amount"]],
    [["Customer ID", "Order Date", "Qty", "Total Price"]],
    [["\uFEFFKunden-Nr.", "Datum", "Menge", "Betrag"]],
    [["Kundennummer", "Bestelldatum", "Anzahl", "Umsatz"]],
    [["Numéro client", "Date de commande", "Quantité", "Montant"]],
    [["ID cliente", "Fecha", "Cantidad", "Importe"]],
    [["Codice cliente", "Data ordine", "Quantità", "Importo"]],
    [["Klantnummer", "Besteldatum", "Aantal", "Bedrag"]],
    [["cust_id", "purchase date", "cds", "spend"]],
  ])("%j hold customer, day, quantity and amount of orders", (headers) => {
    expect(resolveHeaders("orders", headers)).toEqual({
      columns: ["customerExternalId", "orderedOn", "quantity", "amount"],
      problems: [],
    });
  });

  it("leave out the columns of orders that they do not know", () => {
    const headers = [
      "Order #",
      "Client ID",
      "Created at",
      "Revenue",
      "Stock Code",
      "Store",
      "Weather",
      "",
    ];
    expect(resolveHeaders("orders", headers)).toEqual({
      columns: [
        "orderExternalId",
        "customerExternalId",
        "orderedAt",
        "amount",
        "productCode",
        "channel",
        null,
        null,
      ],
      problems: [],
    });
  });

  it("make the other columns of customers their attributes", () => {
    const headers = ["id", "E-Mail", "Full name", "customer since", " City ", ""];
    expect(resolveHeaders("customers", headers)).toEqual({
      columns: ["externalId", "email", "name", "registeredOn", "attributes.City", null],
      problems: [],
    });
  });

  it("never know one word for two fields, and know words only as they are compared", () => {
    for (const fields of Object.values(SYNONYMS)) {
      const words = Object.values(fields).flatMap((list = "") => [...new Set(list.split(" "))]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(words.filter((word) => normaliseHeader(word) !== word)).toEqual([]);
    }
  });
});

describe("headers with a mapping", () => {
  it("hold what the mapping says and nothing else", () => {
    const mapping = {
      columns: { a: "customerExternalId", B: "orderedOn", " c ": "amount" },
    } as const;
    expect(resolveHeaders("orders", ["quantity", "a", "b", "c"], mapping)).toEqual({
      columns: [null, "customerExternalId", "orderedOn", "amount"],
      problems: [],
    });
  });

  it("speak for themselves when the mapping names no column", () => {
    const mapping = { columns: {}, dateFormat: "dmy" } as const;
    expect(resolveHeaders("customers", ["id"], mapping).columns).toEqual(["externalId"]);
  });

  it("are told when the mapping names one that is not there", () => {
    const mapping = {
      columns: { id: "customerExternalId", day: "orderedOn", sum: "amount" },
    } as const;
    expect(resolveHeaders("orders", ["id", "day", "total"], mapping).problems).toEqual([
      'No column is called "sum". Found: id, day, total.',
      "No column holds the amount. Found: id, day, total.",
    ]);
  });
});

describe("headers that cannot be used", () => {
  const problemsOf = (kind: "customers" | "orders", headers: string[]) =>
    resolveHeaders(kind, headers).problems;

  it("are told when a required one is missing", () => {
    expect(problemsOf("customers", ["a", "b", "c"])).toEqual([
      "No column holds the customer number. Found: a, b, c.",
    ]);
    expect(problemsOf("orders", ["1", "1997-01-01", "11.77"])).toEqual([
      "No column holds the customer number. Found: 1, 1997-01-01, 11.77.",
      "No column holds the order date or the order time. Found: 1, 1997-01-01, 11.77.",
      "No column holds the amount. Found: 1, 1997-01-01, 11.77.",
    ]);
  });

  it("are told when one comes twice", () => {
    expect(problemsOf("orders", ["customer_id", "date", "amount", "amount"])).toEqual([
      'Two columns are called "amount". Rename one, or map only one: they are told apart as "amount (1)" and "amount (2)".',
    ]);
    expect(problemsOf("customers", ["id", "City", "City"])).toEqual([
      'Two columns are called "City". Rename one, or map only one: they are told apart as "City (1)" and "City (2)".',
    ]);
  });

  it("may come twice where they are left out", () => {
    expect(problemsOf("orders", ["customer_id", "date", "amount", "note", "note"])).toEqual([]);
  });

  it("are told apart by their place in the mapping, where only an ambiguous name is refused", () => {
    const headers = ["response id", "date", "score", "score"];
    const resolve = (score: string) =>
      resolveHeaders("signals", headers, {
        columns: { "response id": "signalExternalId", date: "occurredOn", [score]: "score" },
      });
    expect(resolve("score (2)")).toEqual({
      columns: ["signalExternalId", "occurredOn", null, "score"],
      problems: [],
    });
    expect(resolve("score (1)").columns[2]).toBe("score");
    expect(resolve("score").problems[0]).toContain('Two columns are called "score".');
  });

  it("are told when two look like one field", () => {
    expect(problemsOf("orders", ["customer_id", "date", "Total", "Price"])).toEqual([
      '"Total" and "Price" both look like the amount. Say in the mapping which one to use.',
    ]);
  });

  it("are told when there are none", () => {
    expect(problemsOf("orders", ["", " ", ""])).toEqual(["The header row holds no headers."]);
    expect(problemsOf("orders", [])).toEqual(["The header row holds no headers."]);
  });

  it("are told in a few words when there are 10,000", () => {
    const headers = Array.from({ length: 10_000 }, (_, at) => `column ${at}`);
    const problems = problemsOf("customers", ["id", ...headers]);
    expect(problems).toEqual([
      "10000 columns would become attributes; at most 200 can. Name the ones to keep in the mapping.",
    ]);
    expect(problemsOf("orders", headers).join("").length).toBeLessThan(2000);
  });
});
