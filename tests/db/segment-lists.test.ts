import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getSegment, leaveList } from "#lib/segments/index.ts";
import { nextDay } from "#lib/time/index.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const TODAY = new Date().toISOString().slice(0, 10);

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
});

const bring = (lines: string[], header = "segment,customer_id,left") =>
  importText(session, { kind: "segment_lists", text: `${[header, ...lines].join("\n")}\n` });

/** Who is and was in which segment, as "segment customer from to". */
async function members(of = session): Promise<string[]> {
  const rows = await withTenant(of, "segment:read", (tx) =>
    tx.segmentMember.findMany({
      include: { segment: { select: { name: true } }, customer: { select: { externalId: true } } },
    }),
  );
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
  return rows
    .map((row) =>
      [row.segment.name, row.customer.externalId, day(row.validFrom), day(row.validTo)].join(" "),
    )
    .sort();
}

/** As if everything so far had been imported so many days ago. */
const age = (days: number) =>
  withTenant(session, "segment:write", (tx) =>
    tx.segmentMember.updateMany({ data: { validFrom: new Date(nextDay(TODAY, -days)) } }),
  );

/** The keys of a segment and of a customer by their name and number. */
async function idsOf(externalId: string, name = "Landlords") {
  return withTenant(session, "segment:read", async (tx) => ({
    segmentId: (
      await tx.customerSegment.findFirstOrThrow({ where: { name }, select: { id: true } })
    ).id,
    customerId: (
      await tx.customer.findFirstOrThrow({ where: { externalId }, select: { id: true } })
    ).id,
  }));
}

describe("a file of lists", () => {
  it("makes the segments that it names, with their customers from the day of the import on", async () => {
    const done = await bring(["Landlords,C1,", "Landlords,C2,no", "Families,C2,"]);
    expect(done).toMatchObject({ status: "succeeded", customersCreated: 2 });
    expect(await members()).toEqual([
      `Families C2 ${TODAY} `,
      `Landlords C1 ${TODAY} `,
      `Landlords C2 ${TODAY} `,
    ]);
    const kinds = await withTenant(session, "segment:read", (tx) =>
      tx.customerSegment.findMany({ select: { kind: true } }),
    );
    expect(kinds).toEqual([{ kind: "list" }, { kind: "list" }]);
  });

  it("finds customers by address", async () => {
    await importText(session, {
      kind: "customers",
      text: "customer_id,email\nC1,ann@a.example\n",
    });
    await bring(["Landlords,Ann@a.example"], "segment,email");
    expect(await members()).toEqual([`Landlords C1 ${TODAY} `]);
  });

  it("lets customers leave by a yes or a day, dated, and come back", async () => {
    await bring(["Landlords,C1,", "Landlords,C2,", "Landlords,C3,"]);
    await age(9);
    const before = nextDay(TODAY, -9);
    await bring(["Landlords,C1,yes", "Landlords,C2,2025-03-01", "Landlords,C3,no"]);
    expect(await members()).toEqual([
      `Landlords C1 ${before} ${TODAY}`,
      `Landlords C2 ${before} ${TODAY}`,
      `Landlords C3 ${before} `,
    ]);
    // Whoever comes back on the day has never left.
    await bring(["Landlords,C1,"]);
    expect((await members())[0]).toBe(`Landlords C1 ${before} `);
  });

  it("leaves no trace once it is taken back, and gives back who had left by it", async () => {
    await bring(["Landlords,C1,"]);
    await age(9);
    const before = await members();
    const done = await bring(["Landlords,C1,yes", "Landlords,C2,", "Families,C1,"]);
    expect(await members()).not.toEqual(before);
    expect(await undoOf(session, done.id)).toMatchObject({ status: "undone", undo: { kept: 0 } });
    expect(await members()).toEqual(before);
    const names = await withTenant(session, "segment:read", (tx) =>
      tx.customerSegment.findMany({ select: { name: true } }),
    );
    expect(names).toEqual([{ name: "Landlords" }]);
  });

  it("makes no segment where that was not chosen", async () => {
    const done = await importText(session, {
      kind: "segment_lists",
      text: "segment,customer_id\nLandlords,C1\n",
      mapping: { createMissing: ["customers"] },
    });
    expect(done.counts).toMatchObject({ created: 0, rejected: 1 });
    expect(await members()).toEqual([]);
  });

  it("puts nobody into a segment that a rule finds, and rejects rows without a segment or a customer", async () => {
    const rule = { all: [{ field: "orders.days", op: ">=", value: 1 }] };
    await withTenant(session, "segment:write", (tx) =>
      tx.customerSegment.create({ data: { name: "Buyers", kind: "rule", rule } }),
    );
    const done = await bring(["buyers,C1,", ",C1,", "Landlords,,", "Landlords,C1,perhaps"]);
    expect(done.counts).toEqual({ created: 0, updated: 0, unchanged: 0, rejected: 4 });
    expect(await members()).toEqual([]);
  });

  it("stands on the page of its segment, with how many entries it has there", async () => {
    const first = await bring(["Landlords,C1,", "Landlords,C2,", "Families,C1,"]);
    const second = await bring(["Landlords,C2,yes"]);
    const { segmentId } = await idsOf("C1", "Landlords");
    const { files } = await withTenant(session, "segment:read", (tx) =>
      getSegment(tx, session, { id: segmentId, onDay: null }),
    );
    expect(files.map(({ importId, entries }) => [importId, entries])).toEqual([
      [second.id, 1],
      [first.id, 1],
    ]);
    const other = (await makeTenant()).session;
    await expect(
      withTenant(other, "segment:read", (tx) =>
        getSegment(tx, other, { id: segmentId, onDay: null }),
      ),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot be seen in another workspace", async () => {
    await bring(["Landlords,C1,"]);
    expect(await members((await makeTenant()).session)).toEqual([]);
  });
});

describe("leaving a list by hand", () => {
  const leave = (ids: { segmentId: string; customerId: string }, by = session) =>
    withTenant(by, "segment:write", (tx) => leaveList(tx, by, ids));

  it("ends membership today, and the entry is no longer the import’s", async () => {
    const done = await bring(["Landlords,C1,", "Landlords,C2,"]);
    await age(9);
    await leave(await idsOf("C1"));
    expect((await members())[0]).toBe(`Landlords C1 ${nextDay(TODAY, -9)} ${TODAY}`);
    expect((await undoOf(session, done.id)).undo).toMatchObject({ kept: 3 });
  });

  it("is refused for a customer on no list, by another workspace, and to those who only read", async () => {
    await bring(["Landlords,C1,"]);
    const ids = await idsOf("C1");
    await expect(leave({ ...ids, customerId: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
    const other = (await makeTenant()).session;
    await expect(leave(ids, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(leave(ids, tenant.sessionAs("department_head"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
