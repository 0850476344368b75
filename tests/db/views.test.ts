import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { MemberSession, Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  DeleteView,
  deleteView,
  listViews,
  RenameView,
  renameView,
  SaveView,
  ShareView,
  saveView,
  shareView,
  UpdateView,
  updateView,
} from "#lib/views/index.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let me: Session;
let other: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  me = tenant.sessionAs("cx_manager");
  other = tenant.sessionAs("executive");
});

type Fields = { name?: string; query?: string; isShared?: "on"; list?: string };

const save = (who: Session, fields: Fields = {}) =>
  withTenant(who, "view:write", (tx) =>
    saveView(
      tx,
      who,
      SaveView.parse({
        list: "customers",
        name: "Worth a call",
        query: "segment=at_risk",
        ...fields,
      }),
    ),
  );
const list = (who: Session) =>
  // Only who asks counts for the list, not how they signed in.
  withTenant(who, "view:write", (tx) => listViews(tx, who as MemberSession, "customers"));
const rename = (who: Session, viewId: string, was: string, name: string) =>
  withTenant(who, "view:write", (tx) =>
    renameView(tx, who, RenameView.parse({ viewId, was, name })),
  );
const remove = (who: Session, viewId: string) =>
  withTenant(who, "view:write", (tx) => deleteView(tx, who, DeleteView.parse({ viewId })));
const update = (who: Session, viewId: string, query: string) =>
  withTenant(who, "view:write", (tx) => updateView(tx, who, UpdateView.parse({ viewId, query })));
const share = (who: Session, viewId: string, isShared?: "on") =>
  withTenant(who, "view:write", (tx) => shareView(tx, who, ShareView.parse({ viewId, isShared })));
const events = (who: Session) =>
  withTenant(who, "view:write", (tx) =>
    tx.auditEvent.findMany({
      select: { action: true, objectId: true, before: true, after: true },
      orderBy: { id: "asc" },
    }),
  );

describe("a saved view", () => {
  it("keeps the query without its page and the view it came from", async () => {
    const { id } = await save(me, { query: "?segment=at_risk&after=abc&view=xyz&sort=number" });
    expect(await list(me)).toEqual([
      {
        id,
        name: "Worth a call",
        query: "segment=at_risk&sort=number",
        isShared: false,
        isOwn: true,
      },
    ]);
  });

  it("is one's own until it is shared, and then for reading", async () => {
    const { id } = await save(me);
    expect(await list(other)).toEqual([]);
    await share(me, id, "on");
    expect(await list(other)).toMatchObject([{ id, isOwn: false, isShared: true }]);
    await expect(remove(other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(update(other, id, "")).rejects.toMatchObject({ code: "not_found" });
    await expect(share(other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(rename(other, id, "Worth a call", "Mine")).rejects.toMatchObject({
      code: "not_found",
    });
    await share(me, id);
    expect(await list(other)).toEqual([]);
  });

  it("shows something else after an update", async () => {
    const { id } = await save(me);
    await update(me, id, "segment=champions");
    expect(await list(me)).toMatchObject([{ query: "segment=champions" }]);
  });

  it("comes back as it was after it was deleted and saved again", async () => {
    const { id } = await save(me, { isShared: "on" });
    const gone = await remove(me, id);
    expect(await list(me)).toEqual([]);
    await save(me, {
      name: gone.name,
      query: gone.query,
      ...(gone.isShared ? { isShared: "on" } : {}),
    });
    expect(await list(other)).toMatchObject([{ name: "Worth a call", isShared: true }]);
  });

  it("needs a name that is free among one's own", async () => {
    await save(me);
    await save(other);
    await expect(save(me)).rejects.toMatchObject({
      code: "conflict",
      detail: { fields: { name: [expect.stringContaining("Worth a call")] } },
    });
    const { id } = await save(me, { name: "Second" });
    await expect(rename(me, id, "Second", "Worth a call")).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is one of fifty at most", async () => {
    for (let count = 0; count < 50; count += 1) await save(me, { name: `View ${count}` });
    await expect(save(me, { name: "One more" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("with a search is shared with nobody, however one tries", async () => {
    const refused = { code: "invalid_input", message: expect.stringContaining("cannot be shared") };
    const query = "search=anna&segment=at_risk";
    await expect(save(me, { query, isShared: "on" })).rejects.toMatchObject(refused);
    const { id } = await save(me, { query });
    await expect(share(me, id, "on")).rejects.toMatchObject(refused);
    await share(me, id);
    const shared = await save(me, { name: "For all", isShared: "on" });
    await expect(update(me, shared.id, query)).rejects.toMatchObject(refused);
    await update(me, shared.id, "search=&segment=champions");
    expect(await list(other)).toMatchObject([{ name: "For all" }]);
  });

  it("with a search that was shared before is listed to those only who may read personal data", async () => {
    const { id } = await save(me, { query: "search=anna" });
    await withTenant(me, "view:write", (tx) =>
      tx.savedView.updateMany({ where: { id }, data: { isShared: true } }),
    );
    expect(await list(me)).toHaveLength(1);
    expect(await list(tenant.sessionAs("auditor"))).toHaveLength(1);
    expect(await list(other)).toEqual([]);
  });

  it("belongs to people", async () => {
    const key = { ...me, actor: { kind: "api_key" as const, keyId: randomUUID() } };
    await expect(save(key)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not another workspace's", async () => {
    const { id } = await save(me, { isShared: "on" });
    const stranger = (await makeTenant()).sessionAs("cx_manager");
    expect(await list(stranger)).toEqual([]);
    await expect(remove(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(rename(stranger, id, "Worth a call", "X")).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await list(me)).toHaveLength(1);
  });

  it("leaves a trace that names neither the view nor what it looks for", async () => {
    const { id } = await save(me, { query: "search=anna" });
    await rename(me, id, "Worth a call", "Anna");
    await remove(me, id);
    const told = await events(me);
    expect(told.map(({ action, objectId }) => [action, objectId])).toEqual([
      ["view.saved", id],
      ["view.saved", id],
      ["view.deleted", id],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/anna|worth/i);
  });
});

describe("two people at one name", () => {
  it("lose nothing: the second is told what stands there, who wrote it and when", async () => {
    const { id } = await save(me, { name: "Old" });
    await rename(me, id, "Old", "First");
    await expect(rename(me, id, "Old", "Second")).rejects.toMatchObject({
      code: "stale",
      detail: { conflict: { current: "First", changedBy: "Test cx_manager" } },
    });
    expect(await list(me)).toMatchObject([{ name: "First" }]);
    await rename(me, id, "First", "Second");
    expect(await list(me)).toMatchObject([{ name: "Second" }]);
  });

  it("agree when both wrote the same", async () => {
    const { id } = await save(me, { name: "Old" });
    await rename(me, id, "Old", "New");
    expect(await rename(me, id, "Old", "New")).toEqual({ name: "New" });
  });

  it("at the same moment: one wins, the other is told", async () => {
    const { id } = await save(me, { name: "Old" });
    const both = await Promise.allSettled([rename(me, id, "Old", "A"), rename(me, id, "Old", "B")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "stale" },
    });
  });
});
