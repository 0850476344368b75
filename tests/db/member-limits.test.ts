import { expect, it } from "vitest";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { ownerOf } from "#tests/support/filled-workspace.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const memberOf = (tenant: TestTenant, role: Role) => {
  const { workspace } = tenant;
  return { workspace, actor: ownerOf({ ...tenant, session: tenant.sessionAs(role) }) };
};

/** How many of `count` asks are answered, ten at a time. */
async function answered(count: number, ask: () => Promise<void>): Promise<number> {
  let total = 0;
  for (let asked = 0; asked < count; asked += 10) {
    const round = await Promise.allSettled(Array.from({ length: 10 }, ask));
    total += round.filter(({ status }) => status === "fulfilled").length;
  }
  return total;
}

it("lets a member upload sixty files in a quarter of an hour, and the others of the workspace go on", async () => {
  const tenant = await makeTenant();
  const one = memberOf(tenant, "owner");
  expect(await answered(80, () => countMemberUse(one, "upload"))).toBe(60);
  await expect(countMemberUse(one, "upload")).rejects.toMatchObject({
    code: "too_many_requests",
    message: expect.stringMatching(
      /^You asked for this very often. Wait 15 minutes .*nothing is lost/,
    ),
    detail: { retryAfterSeconds: expect.any(Number) },
  });
  await countMemberUse(one, "preview");
  await countMemberUse(memberOf(tenant, "cx_manager"), "upload");
});

it("has one limit for all of a workspace, and none for another", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const roles = ["owner", "cx_manager", "department_head"] as const;
  const each = roles.map((role) => memberOf(tenant, role));
  const counts: number[] = [];
  for (const member of each)
    counts.push(await answered(10, () => countMemberUse(member, "export_ask")));
  expect(counts).toEqual([10, 10, 0]);
  await expect(countMemberUse(memberOf(tenant, "executive"), "export_ask")).rejects.toMatchObject({
    message: expect.stringMatching(/^This workspace/),
  });
  await countMemberUse(memberOf(other, "owner"), "export_ask");
});
