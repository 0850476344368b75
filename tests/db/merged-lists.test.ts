import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { mergeCustomers, unmergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { nextDay } from "#lib/time/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const TODAY = new Date().toISOString().slice(0, 10);
const LAST_WEEK = nextDay(TODAY, -7);

let session: Session;
beforeEach(async () => {
  session = (await makeTenant()).session;
  await importText(session, { kind: "customers", text: "customer_id,name\nA,Ann\nB,Ben\nC,Cy\n" });
});

const bring = (...lines: string[]) =>
  importText(session, {
    kind: "segment_lists",
    text: `segment,customer_id,left\n${lines.join("\n")}\n`,
  });

/** Who is and was on which list, as "list customer from to". */
async function members(): Promise<string[]> {
  const rows = await withTenant(session, "segment:read", (tx) =>
    tx.segmentMember.findMany({
      include: { segment: { select: { name: true } }, customer: { select: { externalId: true } } },
    }),
  );
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
  return rows
    .map((row) =>
      [row.segment.name, row.customer.externalId, day(row.validFrom), day(row.validTo)]
        .join(" ")
        .trim(),
    )
    .sort();
}

/** As if everything so far had been imported a week ago. */
const age = () =>
  withTenant(session, "segment:write", (tx) =>
    tx.segmentMember.updateMany({ data: { validFrom: new Date(LAST_WEEK) } }),
  );

async function idOf(externalId: string): Promise<string> {
  const { id } = await withTenant(session, "customer:read", (tx) =>
    tx.customer.findFirstOrThrow({ where: { externalId }, select: { id: true } }),
  );
  return id;
}

/** Make one of two; returns how to take that back. */
async function merge(survivor: string, other: string): Promise<() => Promise<unknown>> {
  const [survivorId, secondId] = [await idOf(survivor), await idOf(other)];
  await withTenant(session, "customer:write", (tx) =>
    mergeCustomers(tx, session, { firstId: survivorId, secondId, survivorId }),
  );
  return () =>
    withTenant(session, "customer:write", async (tx) => {
      const merged = await tx.customerMerge.findFirstOrThrow({
        where: { survivorId },
        orderBy: { id: "desc" },
        select: { id: true },
      });
      return unmergeCustomers(tx, session, { mergeId: merged.id });
    });
}

describe("lists, when two customers become one", () => {
  it("have the survivor at once, since the day of the other, and both again as they were", async () => {
    await bring("Landlords,B,", "Families,A,", "Families,C,");
    await age();
    const before = await members();
    const unmerge = await merge("A", "B");
    expect(await members()).toEqual([
      `Families A ${LAST_WEEK}`,
      `Families C ${LAST_WEEK}`,
      `Landlords A ${LAST_WEEK}`,
    ]);
    await unmerge();
    expect(await members()).toEqual(before);
  });

  it("have a customer once who was on one under both numbers", async () => {
    await bring("Landlords,A,", "Landlords,B,");
    await age();
    const before = await members();
    const unmerge = await merge("A", "B");
    expect(await members()).toEqual([`Landlords A ${LAST_WEEK}`]);
    await unmerge();
    expect(await members()).toEqual(before);
  });

  it("let the survivor go whom a file says to have left under the other number", async () => {
    await bring("Landlords,A,", "Landlords,B,");
    await age();
    await bring("Landlords,B,yes");
    const before = await members();
    expect(before).toEqual([`Landlords A ${LAST_WEEK}`, `Landlords B ${LAST_WEEK} ${TODAY}`]);
    const unmerge = await merge("A", "B");
    expect(await members()).toEqual([`Landlords A ${LAST_WEEK} ${TODAY}`]);
    await unmerge();
    expect(await members()).toEqual(before);
  });

  it("are as they were after several merges are taken back", async () => {
    await bring("Landlords,B,", "Families,C,");
    await age();
    const before = await members();
    const first = await merge("A", "B");
    const once = await members();
    const second = await merge("C", "A");
    expect(await members()).toEqual([`Families C ${LAST_WEEK}`, `Landlords C ${LAST_WEEK}`]);
    await second();
    expect(await members()).toEqual(once);
    await first();
    expect(await members()).toEqual(before);
  });

  it("lose the survivor when the file is taken back that listed the other, who comes back off it", async () => {
    const done = await bring("Landlords,B,");
    const unmerge = await merge("A", "B");
    expect(await members()).toEqual([`Landlords A ${TODAY}`]);
    expect(await undoOf(session, done.id)).toMatchObject({ status: "undone" });
    expect(await members()).toEqual([]);
    await unmerge();
    expect(await members()).toEqual([]);
  });

  it("keep what a file said of the survivor in between", async () => {
    await bring("Landlords,B,");
    await age();
    const unmerge = await merge("A", "B");
    await bring("Families,A,");
    await unmerge();
    expect(await members()).toEqual([`Families A ${TODAY}`, `Landlords B ${LAST_WEEK}`]);
  });
});
