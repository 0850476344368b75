import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  addStage,
  adoptStages,
  archiveStage,
  changeStage,
  getCompleteness,
  getSpectrum,
  moveStage,
  restoreStage,
} from "#lib/experience/index.ts";
import { AddStage } from "#lib/experience/schema.ts";
import { addSignal } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

type Command<I, T> = (tx: TenantTx, session: Session, input: I) => Promise<T>;
const run = <I, T>(command: Command<I, T>, input: I, session = owner) =>
  withTenant(session, "persona:write", (tx) => command(tx, session, input));
const spectrum = (session = owner) => withTenant(session, "persona:read", getSpectrum);
const names = async () => (await spectrum()).stages.map(({ name }) => name);
const idOf = async (name: string) =>
  (await spectrum()).stages.find((stage) => stage.name === name)?.id ?? "";

it("has the usual stages until somebody changes them", async () => {
  expect(await spectrum()).toMatchObject({ isUsual: true, archived: [] });
  expect((await names()).slice(0, 3)).toEqual(["Need", "Choose", "Buy"]);
  await run(adoptStages, {});
  expect(await spectrum()).toMatchObject({ isUsual: false });
  expect(await names()).toHaveLength(10);
});

it("has stages added, renamed, moved, archived and restored", async () => {
  await run(adoptStages, {});
  await run(addStage, { name: "Recommend", description: null });
  await run(moveStage, { stageId: await idOf("Recommend"), to: "earlier" });
  expect((await names()).slice(-2)).toEqual(["Recommend", "Leave"]);
  const stageId = await idOf("Need");
  const rename = { stageId, was: "Need", name: "Breakdown", description: "Something fails" };
  await run(changeStage, rename);
  await run(moveStage, { stageId, to: "earlier" });
  expect((await spectrum()).stages[0]).toMatchObject({ name: "Breakdown" });
  await run(archiveStage, { stageId });
  expect(await spectrum()).toMatchObject({ archived: [{ id: stageId, name: "Breakdown" }] });
  await run(restoreStage, { stageId });
  expect((await names())[0]).toBe("Breakdown");
});

it("keeps the name of a stage without what turns the words after it round, and needs one", () => {
  expect(AddStage.parse({ name: " Get\u202e  help\0 " }).name).toBe("Get help");
  expect(AddStage.safeParse({ name: "\u202e \0" }).error?.issues[0]?.message).toBe(
    "Give the stage a name.",
  );
});

it("refuses a name twice, a name nobody saw, a stage that is gone, and to archive the last", async () => {
  await run(adoptStages, {});
  const stageId = await idOf("Need");
  const change = { stageId, was: "Need", name: "buy", description: null };
  await expect(run(changeStage, change)).rejects.toMatchObject({ code: "conflict" });
  await expect(run(changeStage, { ...change, was: "Want", name: "Wish" })).rejects.toMatchObject({
    code: "stale",
  });
  await expect(run(addStage, { name: "NEED", description: null })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(run(archiveStage, { stageId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
  const { stages } = await spectrum();
  for (const { id } of stages.slice(1)) await run(archiveStage, { stageId: id ?? "" });
  await expect(run(archiveStage, { stageId })).rejects.toMatchObject({ code: "conflict" });
});

it("tells touchpoints at which nobody listens", async () => {
  const touchpointId = newId();
  const signalId = await addSignal(owner, "yes", { on: "2020-01-01" });
  await withTenant(owner, "signal:write", async (tx) => {
    await tx.touchpoint.create({ data: { id: touchpointId, name: "Invoice" } });
    await tx.signal.updateMany({ where: { id: signalId }, data: { touchpointId } });
  });
  const check = (session: Session) =>
    withTenant(session, "persona:read", (tx) => getCompleteness(tx, session));
  expect(await check(owner)).toEqual({
    touchpoints: 1,
    uncovered: [{ id: touchpointId, name: "Invoice", hasOwner: false, recentSignals: 0 }],
  });
  const other = (await makeTenant()).session;
  expect(await check(other)).toEqual({ touchpoints: 0, uncovered: [] });
});

it("is another workspace's own", async () => {
  await run(adoptStages, {});
  const stageId = await idOf("Need");
  const other = (await makeTenant()).session;
  expect(await spectrum(other)).toMatchObject({ isUsual: true });
  for (const command of [archiveStage, restoreStage])
    await expect(run(command, { stageId }, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(run(moveStage, { stageId, to: "later" }, other)).rejects.toMatchObject({
    code: "not_found",
  });
});
