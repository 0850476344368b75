import { describe, expect, it } from "vitest";
import { prisma } from "#lib/db/client.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeTenant } from "#tests/support/tenant.ts";

describe("withTenant", () => {
  it("shows a workspace its own rows and nobody else's", async () => {
    const [mine, theirs] = [await makeTenant(), await makeTenant()];
    await withTenant(theirs.session, "customer:write", (tx) =>
      tx.customer.create({ data: { externalId: "C1" } }),
    );
    expect(await withTenant(mine.session, "customer:read", (tx) => tx.customer.count())).toBe(0);
    expect(await withTenant(theirs.session, "customer:read", (tx) => tx.customer.count())).toBe(1);
  });

  it("refuses a member without the permission", async () => {
    const { sessionAs } = await makeTenant();
    const writing = withTenant(sessionAs("auditor"), "customer:write", async () => undefined);
    await expect(writing).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not write under a :read permission", async () => {
    const { session } = await makeTenant();
    const writing = withTenant(session, "customer:read", (tx) =>
      tx.customer.create({ data: { externalId: "C1" } }),
    );
    await expect(writing).rejects.toThrow();
  });

  it("refuses to open a second transaction inside the first", async () => {
    const { session } = await makeTenant();
    const nested = withTenant(session, "customer:read", () =>
      withTenant(session, "customer:read", async () => undefined),
    );
    await expect(nested).rejects.toThrow("already open");
  });

  it("makes a forgotten withTenant an error, not an empty list", async () => {
    await expect(prisma().customer.findMany()).rejects.toThrow();
  });
});
