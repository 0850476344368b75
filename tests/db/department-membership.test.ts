import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addToDepartment, removeFromDepartment, setHead } from "#lib/departments/index.ts";
import { changeDepartments, deactivateMember } from "#lib/members/index.ts";
import { addDepartment, memberIdOf, readEvents, readMember } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
let memberId: string;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  memberId = memberIdOf(tenant, "frontline");
});

const add = (departmentId: string) =>
  withTenant(owner, "department:write", (tx) =>
    addToDepartment(tx, owner, { departmentId, memberId }),
  );
const remove = (departmentId: string) =>
  withTenant(owner, "department:write", (tx) =>
    removeFromDepartment(tx, owner, { departmentId, memberId }),
  );
const put = (departmentIds: string[], version: number) =>
  withTenant(owner, "department:write", (tx) =>
    changeDepartments(tx, owner, { memberId, version, departmentIds }),
  );

describe("who belongs to a department", () => {
  it("is written the same way from the department and from the member", async () => {
    const [sales, shop] = [await addDepartment(owner, "Sales"), await addDepartment(owner, "Shop")];
    await add(sales);
    await add(sales);
    await put([sales, shop], 2);
    await put([sales, shop], 3);
    await remove(sales);
    await remove(sales);
    expect((await readMember(owner, memberId)).version).toBe(4);
    expect(await readEvents(owner, memberId)).toMatchObject([
      { before: { departmentIds: [] }, after: { departmentIds: [sales] } },
      { before: { departmentIds: [sales] }, after: { departmentIds: [sales, shop] } },
      { before: { departmentIds: [sales, shop] }, after: { departmentIds: [shop] } },
    ]);
  });

  it("waits its turn: changes from both sides, a new head and a farewell at once block nobody", async () => {
    const departments = [await addDepartment(owner, "One"), await addDepartment(owner, "Two")];
    const [one = "", two = ""] = departments;
    const leave = (version: number) =>
      withTenant(owner, "member:write", (tx) => deactivateMember(tx, owner, { memberId, version }));
    const lead = (departmentId: string) =>
      withTenant(owner, "department:write", (tx) =>
        setHead(tx, owner, { departmentId, version: 1, headId: memberId }),
      );
    const results = await Promise.allSettled([
      ...[add(one), put([two], 1), lead(one), remove(one), add(two)],
      ...[leave(2), put([one], 2), lead(two), leave(3), add(one)],
    ]);
    const codes = results.flatMap((result) =>
      result.status === "rejected" ? [(result.reason as { code?: unknown }).code] : [],
    );
    const expected = ["stale", "conflict", "not_found", "invalid_input"];
    expect(codes.filter((code) => !expected.includes(String(code)))).toEqual([]);
  });
});
