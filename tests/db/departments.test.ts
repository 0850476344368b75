import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  addToDepartment,
  archiveDepartment,
  createDepartment,
  getDepartment,
  listDepartments,
  moveDepartment,
  removeFromDepartment,
  renameDepartment,
  restoreDepartment,
  setHead,
} from "#lib/departments/index.ts";
import { deactivateMember } from "#lib/members/index.ts";
import { addDepartment, memberIdOf, readEvents, readMember } from "#tests/support/people.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
let sales: string;
let shop: string;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  sales = await addDepartment(owner, "Sales");
  shop = await addDepartment(owner, "Shop", sales);
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "department:write", (tx) => command(tx, session, input));
const list = (session = owner) =>
  withTenant(session, "department:read", (tx) => listDepartments(tx));
const of = async (id: string) => (await list()).find((each) => each.id === id);
const actions = async (id: string) => (await readEvents(owner, id)).map(({ action }) => action);
const archive = (departmentId: string, version = 1) =>
  run(archiveDepartment, { departmentId, version });

describe("a department", () => {
  it("is made at the top or under another, with its event", async () => {
    expect(await list()).toMatchObject([
      { id: sales, name: "Sales", parentId: null, head: null, memberCount: 0, version: 1 },
      { id: shop, name: "Shop", parentId: sales },
    ]);
    expect(await readEvents(owner, shop)).toMatchObject([
      { action: "department.created", after: { parentId: sales } },
    ]);
    expect(JSON.stringify(await readEvents(owner, shop))).not.toContain("Shop");
  });

  it("needs a free name and a parent that is there and active", async () => {
    await expect(run(createDepartment, { name: "Sales", parentId: null })).rejects.toMatchObject({
      code: "conflict",
      detail: { fields: { name: [expect.any(String)] } },
    });
    await expect(
      run(createDepartment, { name: "New", parentId: randomUUID() }),
    ).rejects.toMatchObject({ code: "not_found" });
    await archive(shop);
    await expect(run(createDepartment, { name: "New", parentId: shop })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(run(createDepartment, { name: "Shop", parentId: null })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("archived"),
    });
  });

  it("is renamed from the name that was seen; the slower one learns the new one and who gave it", async () => {
    const rename = (name: string, was: string, departmentId = shop) =>
      run(renameDepartment, { departmentId, was, name });
    expect(await rename("Online shop", "Shop")).toEqual({ name: "Online shop", version: 2 });
    await expect(rename("Web shop", "Shop")).rejects.toMatchObject({
      code: "stale",
      detail: {
        conflict: {
          current: "Online shop",
          changedBy: "Test owner",
          changedAt: expect.stringMatching(/Z$/),
        },
      },
    });
    await expect(rename("Sales", "Online shop")).rejects.toMatchObject({ code: "conflict" });
    await expect(rename("X", "Shop", randomUUID())).rejects.toMatchObject({ code: "not_found" });
    expect(await rename("Online shop", "Shop")).toEqual({ name: "Online shop", version: 2 });
    expect(await actions(shop)).toEqual(["department.created", "department.renamed"]);
    const told = await readEvents(owner, shop);
    expect(told[1]).toMatchObject({ after: { changed: "name" } });
    expect(JSON.stringify(told)).not.toMatch(/shop/i);
  });

  it("moves, but never into a circle", async () => {
    const counter = await addDepartment(owner, "Counter", shop);
    const move = (departmentId: string, parentId: string | null, version = 1) =>
      run(moveDepartment, { departmentId, version, parentId });
    for (const parentId of [sales, shop, counter])
      await expect(move(sales, parentId)).rejects.toMatchObject({ code: "invalid_input" });
    await move(counter, null);
    await move(sales, counter);
    expect((await of(sales))?.parentId).toBe(counter);
    await expect(move(counter, shop, 2)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(move(counter, shop, 1)).rejects.toMatchObject({ code: "stale" });
    await expect(move(randomUUID(), null)).rejects.toMatchObject({ code: "not_found" });
    await expect(move(shop, randomUUID())).rejects.toMatchObject({ code: "not_found" });
    expect(await actions(sales)).toEqual(["department.created", "department.moved"]);
  });

  it("of two moves at once that would close a circle lets one through", async () => {
    const done = await Promise.allSettled([
      run(moveDepartment, {
        departmentId: sales,
        version: 1,
        parentId: await addDepartment(owner, "A"),
      }),
      run(moveDepartment, { departmentId: shop, version: 1, parentId: null }),
    ]);
    expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const circle = await Promise.allSettled([
      run(moveDepartment, { departmentId: sales, version: 2, parentId: shop }),
      run(moveDepartment, { departmentId: shop, version: 2, parentId: sales }),
    ]);
    expect(circle.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("has a head who is an active member", async () => {
    const headId = memberIdOf(tenant, "department_head");
    const head = (id: string | null, version: number) =>
      run(setHead, { departmentId: shop, version, headId: id });
    await head(headId, 1);
    expect(await of(shop)).toMatchObject({ head: { id: headId, name: "Test department_head" } });
    await head(null, 2);
    expect(await of(shop)).toMatchObject({ head: null, version: 3 });
    await expect(head(headId, 1)).rejects.toMatchObject({ code: "stale" });
    await withTenant(owner, "member:write", (tx) =>
      deactivateMember(tx, owner, { memberId: headId, version: 1 }),
    );
    const foreign = memberIdOf(await makeTenant(), "owner");
    for (const id of [headId, foreign])
      await expect(head(id, 3)).rejects.toMatchObject({ code: "invalid_input" });
    await archive(shop, 3);
    await expect(head(memberIdOf(tenant, "owner"), 4)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      run(setHead, { departmentId: randomUUID(), version: 1, headId: null }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("takes members in and lets them out, each once", async () => {
    const memberId = memberIdOf(tenant, "frontline");
    const pair = { departmentId: shop, memberId };
    await run(addToDepartment, pair);
    await run(addToDepartment, pair);
    expect(await of(shop)).toMatchObject({ memberCount: 1 });
    const detail = await withTenant(owner, "department:read", (tx) => getDepartment(tx, shop));
    expect(detail).toMatchObject({
      parentName: "Sales",
      members: [{ id: memberId, name: "Test frontline" }],
    });
    await run(removeFromDepartment, pair);
    await run(removeFromDepartment, pair);
    expect(await actions(memberId)).toEqual([
      "member.departments_changed",
      "member.departments_changed",
    ]);
    expect(await readMember(owner, memberId)).toMatchObject({ version: 3, departments: [] });
    const foreign = memberIdOf(await makeTenant(), "frontline");
    for (const command of [addToDepartment, removeFromDepartment]) {
      await expect(run(command, { departmentId: shop, memberId: foreign })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(run(command, { departmentId: randomUUID(), memberId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await archive(shop);
    await expect(run(addToDepartment, pair)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is archived after those under it, and restored to the top when its parent is away", async () => {
    await expect(archive(sales)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Shop"),
    });
    await archive(shop);
    await archive(sales);
    await expect(archive(sales, 2)).rejects.toMatchObject({ code: "conflict" });
    await expect(archive(sales, 1)).rejects.toMatchObject({ code: "stale" });
    await expect(archive(randomUUID())).rejects.toMatchObject({ code: "not_found" });
    const restore = (departmentId: string, version: number) =>
      run(restoreDepartment, { departmentId, version });
    await restore(shop, 2);
    expect(await of(shop)).toMatchObject({ isArchived: false, parentId: null });
    await expect(restore(shop, 3)).rejects.toMatchObject({ code: "conflict" });
    await expect(restore(shop, 2)).rejects.toMatchObject({ code: "stale" });
    await expect(restore(randomUUID(), 1)).rejects.toMatchObject({ code: "not_found" });
    expect(await actions(shop)).toEqual([
      "department.created",
      "department.archived",
      "department.restored",
    ]);
  });

  it("is out of reach for another workspace", async () => {
    const other = await makeTenant();
    const session = other.session;
    const seen = { departmentId: shop, version: 1 };
    const missing = { code: "not_found" };
    await expect(
      run(renameDepartment, { departmentId: shop, was: "Shop", name: "X" }, session),
    ).rejects.toMatchObject(missing);
    await expect(run(moveDepartment, { ...seen, parentId: null }, session)).rejects.toMatchObject(
      missing,
    );
    await expect(run(setHead, { ...seen, headId: null }, session)).rejects.toMatchObject(missing);
    await expect(run(archiveDepartment, seen, session)).rejects.toMatchObject(missing);
    await expect(run(restoreDepartment, seen, session)).rejects.toMatchObject(missing);
    const pair = { departmentId: shop, memberId: memberIdOf(other, "owner") };
    await expect(run(addToDepartment, pair, session)).rejects.toMatchObject(missing);
    await expect(run(removeFromDepartment, pair, session)).rejects.toMatchObject(missing);
    await expect(
      run(createDepartment, { name: "X", parentId: shop }, session),
    ).rejects.toMatchObject(missing);
    for (const id of [shop, "x"])
      await expect(
        withTenant(session, "department:read", (tx) => getDepartment(tx, id)),
      ).rejects.toMatchObject(missing);
    expect(await list(session)).toEqual([]);
    expect(await of(shop)).toMatchObject({ name: "Shop", version: 1 });
  });
});
