import { beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from "#lib/auth/permissions.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

describe.each(ROLES)("the door for %s", (role) => {
  it.each(PERMISSIONS)("opens for %s as the table says", async (permission) => {
    const session = tenant.sessionAs(role);
    const opening = withTenant(session, permission, (tx) => tx.tenant.count());
    if (ROLE_PERMISSIONS[role].includes(permission)) expect(await opening).toBe(1);
    else await expect(opening).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a permission to read", () => {
  it.each(PERMISSIONS.filter((permission) => permission.endsWith(":read")))(
    "%s writes nothing",
    async (permission) => {
      const { session } = tenant;
      await expect(
        withTenant(session, permission, (tx) =>
          tx.department.create({ data: { name: `By ${permission}` } }),
        ),
      ).rejects.toThrow(/read-only/);
    },
  );
});
