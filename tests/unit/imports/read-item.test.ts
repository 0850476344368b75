import { describe, expect, it } from "vitest";
import { type ApiItem, readItem } from "#lib/imports/read-item.ts";
import type { ImportKind } from "#lib/imports/types.ts";

const CONTEXT = { currency: "EUR", timeZone: "Europe/Vienna", latestOn: "2026-02-01" };
const read = (kind: ImportKind, item: ApiItem) => readItem(kind, item, 7, CONTEXT);

describe("an item of the API", () => {
  it("is read by the rules of a file: the day of an instant is the day in the workspace", () => {
    const item = { externalId: "R1", occurredAt: "2026-01-02T23:30:00Z", body: "Late" };
    expect(read("signals", item)).toMatchObject({
      row: { line: 7, occurredOn: "2026-01-03", occurredAt: "2026-01-02T23:30:00.000Z" },
    });
  });

  it.each([
    ["EUR", 5, 5],
    ["EUR", 123_456, 123_456],
    ["JPY", 1_050, 1_050],
    ["KWD", 1_005, 1_005],
  ])("keeps minor units of %s: %i", (currency, amountMinor, expected) => {
    const order = { externalId: "O1", customerExternalId: "C1", orderedOn: "2026-01-02" };
    const own = { ...CONTEXT, currency };
    expect(readItem("orders", { ...order, amountMinor, currency }, 7, own)).toMatchObject({
      row: { amountMinor: expected, currency },
    });
  });

  it("names the field inside an object, escaped as a JSON Pointer", () => {
    const customer = { externalId: "C1", attributes: { "a/b~c": "x".repeat(1_001) } };
    expect(read("customers", customer)).toMatchObject({
      faults: [{ pointer: "/attributes/a~1b~0c" }],
    });
  });

  it("reads attributes and what is said about purposes", () => {
    const customer = {
      ...{ externalId: "C1", attributes: { "a/b~c": "x" } },
      consents: { marketing: "refused" },
    };
    expect(read("customers", customer)).toMatchObject({
      row: {
        attributes: { "a/b~c": "x" },
        consents: [{ purpose: "marketing", state: "withdrawn", lawfulBasis: "consent" }],
      },
    });
  });

  it("is refused with every bad field at once, and for what is not there", () => {
    const complaint = { externalId: "K1", receivedOn: "2026-01-05", closedOn: "2026-01-01" };
    expect(read("complaints", complaint)).toMatchObject({ faults: [{ pointer: "/closedOn" }] });
    expect(read("complaints", { externalId: "K1" })).toMatchObject({
      faults: [{ pointer: "/receivedOn", reason: "This field must not be empty." }],
    });
  });
});
