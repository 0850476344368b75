import { describe, expect, it } from "vitest";
import { parseAcquisitionCost } from "#lib/imports/parse-acquisition-cost.ts";
import type { ImportField } from "#lib/imports/types.ts";

const COLUMNS = {
  Customer: "customerExternalId",
  Channel: "channel",
  From: "startedOn",
  To: "endedOn",
  Spend: "amount",
} as const satisfies Record<string, ImportField>;

function read(...cells: string[]) {
  const parsed = parseAcquisitionCost({ line: 3, cells }, Object.values(COLUMNS), {
    ...{ headers: Object.keys(COLUMNS), currency: "EUR", timeZone: "Europe/Vienna" },
    identify: (facts) => `auto:${facts.join("|")}:1`,
  });
  return "rejects" in parsed ? parsed.rejects : parsed.rows[0];
}

describe("an acquisition cost", () => {
  it("of a channel without an end is that of the month it starts in", () => {
    expect(read("", " Search ads ", "2026-02-01", "", "1,200.50")).toEqual({
      ...{ line: 3, externalId: "auto:|search ads|2026-02-01:1", channel: "Search ads" },
      ...{ customerExternalId: null, customerEmail: null, currency: "EUR" },
      ...{ startedOn: "2026-02-01", endedOn: "2026-02-28", amountMinor: 120_050 },
    });
    expect(read("", "Fairs", "2026-02-01", "2026-03-15", "10")).toMatchObject({
      endedOn: "2026-03-15",
    });
  });

  it("is of whole months where it names months", () => {
    for (const month of ["2026-02", "02/2026", "2.2026"])
      expect(read("", "Fairs", month, "", "10"), month).toMatchObject({
        ...{ startedOn: "2026-02-01", endedOn: "2026-02-28" },
      });
    expect(read("", "Fairs", "2026-02", "2026-04", "10")).toMatchObject({ endedOn: "2026-04-30" });
    expect(read("C1", "", "2026-02", "", "10")).toMatchObject({ endedOn: "2026-02-28" });
    expect(read("", "Fairs", "2026-13", "", "10")).toMatchObject([{ column: "From" }]);
    expect(read("", "Fairs", "2026-03", "2026-02", "10")).toMatchObject([{ column: "To" }]);
  });

  it("of a customer is of its day, whatever the channel", () => {
    expect(read("C1", "Referral", "2026-02-03", "", "40")).toMatchObject({
      ...{ externalId: "auto:C1|referral|2026-02-03:1", customerExternalId: "C1" },
      ...{ startedOn: "2026-02-03", endedOn: "2026-02-03", amountMinor: 4_000 },
    });
  });

  it("says of each bad cell what is wrong with it", () => {
    const columnsOf = (...cells: string[]) => {
      const found = read(...cells);
      return Array.isArray(found) ? found.map(({ column, reason }) => [column, reason]) : [];
    };
    expect(columnsOf("", "", "", "", "")).toEqual([
      ["Channel", "This cell must not be empty."],
      ["Spend", "This cell must not be empty."],
      ["From", "This cell must not be empty."],
    ]);
    expect(columnsOf("", "Fairs", "2026-02-01", "2026-01-01", "ten")).toEqual([
      ["To", "Ends before it starts."],
      ["Spend", expect.any(String)],
    ]);
    expect(columnsOf("", "Fairs", "2026-02-01", "", "-5")).toHaveLength(1);
  });
});
