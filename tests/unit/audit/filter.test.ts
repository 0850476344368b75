import { describe, expect, it } from "vitest";
import {
  ALL_EVENTS,
  auditFilters,
  auditQuery,
  countFilters,
  historyQuery,
  parseAuditFilter,
  unknownInAuditFilter,
} from "#lib/audit/filter.ts";

const ID = "0193b3a0-0000-7000-8000-000000000000";

describe("parseAuditFilter", () => {
  it("reads what auditQuery writes", () => {
    const filter = {
      ...{ fromOn: "2026-01-01", toOn: "2026-01-31", who: ID, group: "member" as const },
      ...{ object: "import" as const, objectId: ID },
    };
    const query = auditQuery(filter, "after-this");
    expect(query).toContain("after=after-this");
    expect(parseAuditFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
    expect(countFilters(filter)).toBe(4);
  });

  it("counts what it does not know as not said", () => {
    const odd = { from: "yesterday", to: "2026-13-01", who: "x", group: "all", id: ID };
    expect(parseAuditFilter({ ...odd, object: ["import", "tenant"] })).toEqual(ALL_EVENTS);
    expect(auditQuery(ALL_EVENTS)).toBe("");
  });

  it("tells what it cannot be narrowed by, a day that is none among it", () => {
    const asked = { from: "2025-02-30", to: "2025-02-28", who: "x", group: "all", object: "moon" };
    expect(parseAuditFilter(asked)).toEqual({ ...ALL_EVENTS, toOn: "2025-02-28" });
    expect(unknownInAuditFilter(asked)).toEqual([
      { field: "from", value: "2025-02-30" },
      { field: "who", value: "x" },
      { field: "group", value: "all" },
      { field: "object", value: "moon" },
    ]);
    expect(unknownInAuditFilter({ object: ["import", "tenant"], id: ID })).toHaveLength(3);
    expect(unknownInAuditFilter({ from: " 2025-02-28 ", to: "", who: "job", after: "x" })).toEqual(
      [],
    );
  });

  it("knows jobs and the operator by name", () => {
    expect(parseAuditFilter({ who: "job" }).who).toBe("job");
    expect(parseAuditFilter({ who: "operator" }).who).toBe("operator");
  });
});

it("a file of events tells its filters by their names in the address", () => {
  expect(auditFilters(ALL_EVENTS)).toEqual([]);
  const filter = { ...ALL_EVENTS, fromOn: "2026-01-01", group: "import" as const };
  expect(auditFilters(filter)).toEqual([
    ["from", "2026-01-01"],
    ["group", "import"],
  ]);
});

it("the history of one thing is an address", () => {
  expect(historyQuery("api_key", ID)).toBe(`?object=api_key&id=${ID}`);
});
