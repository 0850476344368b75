import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { markSensitive } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  answerBeside,
  answerLive,
  createSegment,
  listFieldChoices,
  listMemberRecords,
  previewRule,
} from "#lib/segments/index.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { Rule } from "#lib/segments/schema.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  const ids = await addCustomers(owner, {
    ...{ C1: { name: "Ann" }, C2: { name: "Bo" }, C3: { name: "Cy" } },
  });
  const attributes = {
    ...{ C1: { city: "Bern", Age: "61" }, C2: { city: "Köln", Age: "35" } },
    C3: { city: "Bern", Age: "70" },
  };
  await withTenant(owner, "customer:write", async (tx) => {
    for (const [number, of] of Object.entries(attributes))
      await tx.customer.updateMany({
        where: { id: ids.get(number) ?? "" },
        data: { attributes: of },
      });
  });
  await withTenant(owner, "customer:write", (tx) =>
    tx.customerAttribute.createMany({
      data: [
        { name: "city", type: "choice", fillCount: 3, distinctCount: 2, samples: ["Bern", "Köln"] },
        { name: "Age", type: "number", fillCount: 3, distinctCount: 3, samples: ["61"] },
      ],
    }),
  );
  await runSegmentRefresh({ tenantId: owner.workspace.id });
});

const IN_BERN = Rule.parse({
  all: [
    { field: "attributes.city", op: "=", value: "Bern" },
    { none: [{ field: "attributes.Age", op: ">", value: 65 }] },
  ],
});
const reading = <T>(work: Parameters<typeof withTenant<T>>[2], session = owner) =>
  withTenant(session, "segment:read", work);
const live = (session = owner) => reading((tx) => answerLive(tx, session, IN_BERN), session);

describe("what the builder is told of a rule", () => {
  it("counts the rule and each of its parts, and who is in other segments too", async () => {
    await withTenant(owner, "segment:write", (tx) =>
      createSegment(tx, owner, {
        ...{ name: "Without orders", note: null, purpose: null, lawfulBasis: null },
        rule: Rule.parse({ none: [{ field: "orders.count", op: ">", value: 0 }] }),
      }),
    );
    const answer = await live();
    expect(answer).toMatchObject({
      ...{
        customers: 1,
        ofAll: 3,
        shareOfClv: { value: null, interval: null, n: 0 },
        riskMinor: null,
        currency: "EUR",
      },
      counts: { "": 1, "all.0": 2, "all.1": 2, "all.1.none.0": 1 },
    });
    expect(answer.shareOfCustomers).toBeCloseTo(1 / 3);
    const beside = await reading((tx) => answerBeside(tx, owner, IN_BERN));
    expect(beside).toMatchObject({
      customers: 1,
      overlaps: [{ name: "Without orders", customers: 1 }],
    });
    const nps = beside.comparison.find(({ name }) => name === "nps");
    expect(nps).toMatchObject({ own: { value: null, n: 0 }, verdict: "unknown" });
  });

  it("previews a few customers, with names only for who may read them", async () => {
    const [ann] = await reading((tx) => previewRule(tx, owner, IN_BERN));
    expect(ann).toMatchObject({ number: "C1", name: "Ann" });
    const rule = Rule.parse({ none: [{ field: "orders.count", op: ">", value: 0 }] });
    const head = tenant.sessionAs("department_head");
    const masked = await reading((tx) => previewRule(tx, head, rule), head);
    expect(masked.map(({ name }) => name)).toEqual([null, null, null]);
  });

  it("is refused to who may not read what the rule asks, and empty in another workspace", async () => {
    const head = tenant.sessionAs("department_head");
    await expect(live(head)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reading((tx) => previewRule(tx, head, IN_BERN), head)).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = (await makeTenant()).session;
    expect(await live(stranger)).toMatchObject({ customers: 0, ofAll: 0 });
    expect(await reading((tx) => answerBeside(tx, stranger, IN_BERN), stranger)).toMatchObject({
      ...{ customers: 0, overlaps: [] },
    });
    await expect(reading((tx) => answerBeside(tx, head, IN_BERN), head)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await reading((tx) => previewRule(tx, stranger, IN_BERN), stranger)).toEqual([]);
  });

  it("offers the fields that one may ask; of a sensitive one no values", async () => {
    const choices = (session: Session) =>
      reading((tx) => listFieldChoices(tx, session, (word) => word), session);
    const own = await choices(owner);
    expect(own.find(({ id }) => id === "value.tier")).toMatchObject({
      choices: ["1", "2", "3", "4"],
      labels: { 1: "Platinum", 2: "Gold", 3: "Silver", 4: "Bronze" },
    });
    expect(own.find(({ id }) => id === "attributes.city")).toMatchObject({
      ...{ label: "city", type: "text", samples: ["Bern", "Köln"], isSensitive: false },
    });
    expect(own.find(({ id }) => id === "attributes.Age")).toMatchObject({
      ...{ type: "number", samples: [], isSensitive: true },
    });
    const mark = (name: string, isSensitive: boolean | null) =>
      withTenant(owner, "customer:write", (tx) => markSensitive(tx, owner, { name, isSensitive }));
    await mark("city", true);
    const marked = await choices(owner);
    expect(marked.find(({ id }) => id === "attributes.city")).toMatchObject({
      ...{ samples: [], isSensitive: true },
    });
    const make = () =>
      withTenant(owner, "segment:write", (tx) =>
        createSegment(tx, owner, {
          ...{ name: "By city", note: null, purpose: null, lawfulBasis: null },
          rule: Rule.parse({ all: [{ field: "attributes.city", op: "known" }] }),
        }),
      );
    await expect(make()).rejects.toMatchObject({ code: "invalid_input" });
    await mark("city", null);
    await make();
    await expect(mark("nobody", true)).rejects.toMatchObject({ code: "not_found" });
    const ids = (await choices(tenant.sessionAs("department_head"))).map(({ id }) => id);
    expect(ids).toContain("orders.days");
    expect(ids.some((id) => id.startsWith("attributes.") || id === "consent")).toBe(false);
  });
});

it("pages through members and refuses a key that is none", async () => {
  const { id } = await withTenant(owner, "segment:write", (tx) =>
    createSegment(tx, owner, {
      ...{ name: "Bern", note: null, purpose: "Lifts", lawfulBasis: "consent" as const },
      rule: IN_BERN,
    }),
  );
  await runSegmentRefresh({ tenantId: owner.workspace.id });
  const page = (after: string | null) =>
    reading((tx) => listMemberRecords(tx, owner, id, { after, limit: 1 }));
  expect(await page(null)).toMatchObject({ items: [{ externalId: "C1" }], next: null });
  await expect(page("x")).rejects.toMatchObject({ code: "invalid_input" });
});
