import { describe, expect, it } from "vitest";
import { best, ofCohort, withOrdersBy } from "#lib/value/customers-behind.ts";

describe("the address of the customers behind a number", () => {
  it("has the days of a cohort's first order, and of the period in which it ordered again", () => {
    expect(ofCohort("2026-02-01", "month")).toBe(
      "?firstOrderFrom=2026-02-01&firstOrderTo=2026-02-28",
    );
    expect(ofCohort("2026-02-01", "month", 0)).toBe(ofCohort("2026-02-01", "month"));
    expect(ofCohort("2025-11-01", "month", 3)).toBe(
      "?firstOrderFrom=2025-11-01&firstOrderTo=2025-11-30&orderedFrom=2026-02-01&orderedTo=2026-02-28",
    );
    expect(ofCohort("2025-10-01", "quarter", 1)).toBe(
      "?firstOrderFrom=2025-10-01&firstOrderTo=2025-12-31&orderedFrom=2026-01-01&orderedTo=2026-03-31",
    );
    expect(ofCohort("2024-01-01", "year", 2)).toBe(
      "?firstOrderFrom=2024-01-01&firstOrderTo=2024-12-31&orderedFrom=2026-01-01&orderedTo=2026-12-31",
    );
  });

  it("has the last day of orders, or how many of the best", () => {
    expect(withOrdersBy("2026-05-31")).toBe("?firstOrderTo=2026-05-31");
    expect(best(20, "revenue")).toBe("?bestByRevenue=20");
    expect(best(20, "profit")).toBe("?bestByProfit=20&sort=profit");
  });
});
