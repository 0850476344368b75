import { expect, it } from "vitest";
import * as imports from "#app/api/v1/imports/route.ts";
import { countMemberUse } from "#lib/auth/member-limits.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { call, makeApiKey, uploadForm } from "#tests/support/api.ts";
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

it("lets an API key send 120 files in a quarter of an hour, then says how long to wait", async () => {
  const tenant = await makeTenant();
  const [one, other] = [
    await makeApiKey(tenant.session, ["all"]),
    await makeApiKey(tenant.session, ["all"]),
  ];
  // Not read to its end: a form without its file counts as one that was sent.
  const send = (key: string, form = new FormData()) =>
    call(imports.POST, "/api/v1/imports", { key, method: "POST", body: form });
  const statuses: number[] = [];
  for (let sent = 0; sent < 130; sent += 10) {
    const round = await Promise.all(Array.from({ length: 10 }, () => send(one)));
    statuses.push(...round.map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  const file = uploadForm("order_id,customer_id,date,amount\n", { kind: "orders" });
  const refused = await send(one, file);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    detail: expect.stringMatching(/^This API key sent very many files/),
  });
  expect((await send(other, file)).status).toBe(202);
});

it("counts files by API key with those of the members for their workspace", async () => {
  const [tenant, stranger] = [await makeTenant(), await makeTenant()];
  const uses = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => countUse("upload_workspace", tenant.workspace.id)),
    );
  await uses(300);
  const send = async ({ session }: TestTenant) =>
    call(imports.POST, "/api/v1/imports", {
      key: await makeApiKey(session, ["all"]),
      method: "POST",
      body: uploadForm("order_id,customer_id,date,amount\n", { kind: "orders" }),
    });
  const refused = await send(tenant);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ detail: expect.stringMatching(/^This workspace/) });
  expect((await send(stranger)).status).toBe(202);
});
