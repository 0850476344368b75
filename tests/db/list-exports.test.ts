import { beforeEach, describe, expect, it } from "vitest";
import { recordListExport } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

describe("a list that is taken away", () => {
  it("leaves an event with its format, count and filters, and not whom it asked for", async () => {
    const filters = [
      ["status", "Open"],
      ["source", owner.workspace.id],
      ["customer", "C-1"],
    ] as const;
    await withTenant(owner, "customer:export", (tx) =>
      recordListExport(tx, owner, { list: "complaints", format: "xlsx", rows: 3, filters }),
    );
    const event = (await storedEvents(owner)).at(-1);
    expect(event).toMatchObject({
      action: "list.exported",
      after: {
        ...{ list: "complaints", format: "xlsx", rows: 3, status: ["Open"] },
        ...{ sources: [owner.workspace.id], isSearched: true },
      },
    });
    expect(JSON.stringify(event)).not.toContain("C-1");
    expect(await storedEvents((await makeTenant()).session)).toEqual([]);
  });
});
