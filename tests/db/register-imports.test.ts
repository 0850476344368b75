import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { importText, viewImport } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

type RegisterKind = Exclude<ImportKind, "customers" | "orders">;

/** A first file of each kind, and a later export of it: one row changed, one new, one as it was. */
const FILES: Readonly<Record<RegisterKind, { first: string; later: string }>> = {
  subscriptions: {
    first:
      "subscription_id,customer_id,plan,start,end,price,period\nS1,C1,Basic,2024-01-01,,9.90,monthly\nS2,C2,Pro,2024-02-01,2024-09-30,120,annual\n",
    later:
      "subscription_id,customer_id,plan,start,end,price,period\nS1,C1,Basic,2024-01-01,2025-01-31,9.90,monthly\nS2,C2,Pro,2024-02-01,2024-09-30,120,annual\nS3,C3,Pro,2025-02-01,,120,annual\n",
  },
  signals: {
    first:
      "response_id,email,date,metric,score,comment,touchpoint,department\nR1,ann@a.example,2025-01-03,NPS,9,Quick help,Hotline,Service\nR2,bob@b.example,2025-01-04,NPS,3,Waited long,hotline,Service\n",
    later:
      "response_id,email,date,metric,score,comment,touchpoint,department\nR1,ann@a.example,2025-01-03,NPS,9,Quick help,Hotline,Service\nR2,bob@b.example,2025-01-04,NPS,4,Waited long,Hotline,Service\nR3,,2025-01-05,NPS,10,,Checkout,Sales\n",
  },
  interactions: {
    first:
      "call_id,customer_id,timestamp,type,duration,activity,outcome\nI1,C1,2025-03-01T09:30:00Z,service,0:04:30,Phone call,solved\nI2,C2,2025-03-01T10:00:00Z,visit,2 h,Visit,\n",
    later:
      "call_id,customer_id,timestamp,type,duration,activity,outcome\nI1,C1,2025-03-01T09:30:00Z,service,0:04:30,Phone call,open\nI2,C2,2025-03-01T10:00:00Z,visit,2 h,Visit,\nI3,C9,2025-03-02T10:00:00Z,chat,90,Chat,solved\n",
  },
  complaints: {
    first:
      "complaint_id,customer_id,received,reason,description,timely\nK1,C1,2025-02-01,Late,Came on Friday,no\nK2,C2,2025-02-02,Broken,,yes\n",
    later:
      "complaint_id,customer_id,received,reason,description,timely\nK1,C1,2025-02-01,Late delivery,Came on Friday,no\nK2,C2,2025-02-02,Broken,,yes\nK3,C2,2025-02-05,Broken,Again,yes\n",
  },
  win_loss: {
    first:
      "deal_id,customer_id,close date,stage,competitor,amount\nD1,C1,2025-01-10,Closed Won,,1000\nD2,C2,2025-01-12,Closed Lost,Rival,500\n",
    later:
      "deal_id,customer_id,close date,stage,competitor,amount\nD1,C1,2025-01-10,Closed Won,,1000\nD2,C2,2025-01-12,Closed Lost,Other,500\nD3,C4,2025-01-13,no decision,,5\n",
  },
  activity_rates: {
    first:
      "activity,unit,cost,valid_from\nPhone call,minute,0.80,2025-01-01\nVisit,visit,120,2025-01-01\n",
    later:
      "activity,unit,cost,valid_from\nPhone call,minute,0.90,2025-01-01\nVisit,visit,120,2025-01-01\nChat,contact,3,2025-01-01\n",
  },
  acquisition_costs: {
    first:
      "cost_id,customer_id,channel,from,to,amount\nB1,,Search ads,2025-01-01,2025-01-31,900\nB2,C1,Referral,2025-01-05,,40\n",
    later:
      "cost_id,customer_id,channel,from,to,amount\nB1,,Search ads,2025-01-01,2025-01-31,950\nB2,C1,Referral,2025-01-05,,40\nB3,,Fairs,2025-02-01,,300\n",
  },
  segment_lists: {
    first: "segment,customer_id,left\nLandlords,C1,\nLandlords,C2,no\n",
    later: "segment,customer_id,left\nLandlords,C1,yes\nLandlords,C2,\nFamilies,C3,\n",
  },
};

/** Every row of the registers and of what their files made on the way, without ids. */
function state(of: Session) {
  return withTenant(of, "import:read", async (tx) => {
    const customer = { select: { externalId: true, email: true } };
    const named = { select: { name: true } };
    const omit = { id: true, tenantId: true, customerId: true, changedImportId: true } as const;
    const orderBy = { externalId: "asc" } as const;
    const places = { touchpoint: named, segment: named, department: named };
    const bare = { touchpointId: true, segmentId: true, departmentId: true } as const;
    return {
      subscriptions: await tx.subscription.findMany({ omit, include: { customer }, orderBy }),
      signals: await tx.signal.findMany({
        omit: { ...omit, ...bare },
        include: { customer, ...places },
        orderBy,
      }),
      interactions: await tx.interaction.findMany({ omit, include: { customer }, orderBy }),
      complaints: await tx.complaint.findMany({
        omit: { ...omit, ...bare },
        include: { customer, ...places },
        orderBy,
      }),
      winLoss: await tx.winLoss.findMany({ omit, include: { customer }, orderBy }),
      rates: await tx.activityRate.findMany({
        omit: { id: true, tenantId: true, changedImportId: true },
        orderBy,
      }),
      acquisitionCosts: await tx.acquisitionCost.findMany({ omit, include: { customer }, orderBy }),
      listings: await tx.segmentListing.findMany({
        omit: { ...omit, segmentId: true },
        include: { customer, segment: named },
        orderBy,
      }),
      members: await tx.segmentMember.findMany({
        select: { customer, segment: named, validTo: true },
        orderBy: [{ segmentId: "asc" }, { customerId: "asc" }],
      }),
      segments: await tx.customerSegment.findMany({
        select: { name: true, kind: true },
        orderBy: { name: "asc" },
      }),
      customers: await tx.customer.findMany({
        select: { externalId: true, email: true },
        orderBy,
      }),
      touchpoints: await tx.touchpoint.findMany({ ...named, orderBy: { name: "asc" } }),
      departments: await tx.department.findMany({ ...named, orderBy: { name: "asc" } }),
    };
  });
}

describe.each(Object.entries(FILES))("an import of %s", (kind, { first, later }) => {
  it("makes rows, changes what a later export changed, and undoes each to the row", async () => {
    const empty = await state(session);
    const one = await importText(session, { kind, text: first });
    expect(one.failure).toBeNull();
    expect(one.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 0 });
    const before = await state(session);

    const again = await importText(session, { kind, text: first });
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
    expect(await state(session)).toEqual(before);

    const dry = await importText(session, { kind, text: later, isDryRun: true });
    expect(dry.counts).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 0 });
    expect(await state(session)).toEqual(before);

    const two = await importText(session, { kind, text: later });
    expect(two.counts).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: 0 });
    expect(two.customersCreated).toBe(dry.customersCreated);

    const undone = await undoOf(session, two.id);
    expect(undone).toMatchObject({ status: "undone", undo: { kept: 0, percent: 100 } });
    expect(await state(session)).toEqual(before);
    expect((await undoOf(session, one.id)).undo).toMatchObject({ kept: 0 });
    expect(await state(session)).toEqual(empty);
  });

  it("is seen by its own workspace only", async () => {
    const mine = await importText(session, { kind, text: first });
    const { session: other } = await makeTenant();
    await expect(viewImport(other, mine.id)).rejects.toMatchObject({ code: "not_found" });
    const theirs = await state(other);
    expect(Object.values(theirs).every((rows) => rows.length === 0)).toBe(true);
    await importText(other, { kind, text: later });
    expect((await undoOf(session, mine.id)).undo).toMatchObject({ kept: 0 });
    expect((await importText(other, { kind, text: later })).counts).toMatchObject({ unchanged: 3 });
  });
});

describe("rows of a register", () => {
  it("are told by the number of their own source", async () => {
    const text = "complaint_id,received\nK1,2025-02-01\n";
    const of = (source: string) =>
      importText(session, { kind: "complaints", text, mapping: { columns: {}, source } });
    expect((await of("Help desk")).counts).toMatchObject({ created: 1 });
    expect((await of("Regulator")).counts).toMatchObject({ created: 1 });
    expect((await of("help  DESK")).counts).toMatchObject({ unchanged: 1 });
  });

  it("find a customer by address, and make one whose number is the address", async () => {
    await importText(session, { kind: "customers", text: "id,email\nC7,ann@a.example\n" });
    const text = FILES.signals.first;
    expect((await importText(session, { kind: "signals", text })).customersCreated).toBe(1);
    const { signals } = await state(session);
    expect(signals).toMatchObject([
      { externalId: "R1", customer: { externalId: "C7" }, touchpoint: { name: "Hotline" } },
      { externalId: "R2", customer: { externalId: "bob@b.example", email: "bob@b.example" } },
    ]);
  });

  it("are rejected when they name what is unknown and not to be made", async () => {
    const done = await importText(session, {
      kind: "signals",
      text: FILES.signals.first,
      mapping: { columns: {}, createMissing: ["customers", "touchpoints"] },
    });
    expect(done.counts).toMatchObject({ created: 0, rejected: 2 });
    const none = await importText(session, {
      kind: "subscriptions",
      text: FILES.subscriptions.first,
      mapping: { columns: {}, createMissing: [] },
    });
    expect(none.counts).toMatchObject({ created: 0, rejected: 2 });
    expect((await state(session)).customers).toEqual([]);
  });

  it("keep what others use: a touchpoint that later feedback names stays at Undo, with the reason", async () => {
    const first = await importText(session, { kind: "signals", text: FILES.signals.first });
    await importText(session, {
      kind: "complaints",
      text: "complaint_id,email,received,touchpoint\nK1,ann@a.example,2025-02-01,HOTLINE\n",
    });
    expect((await undoOf(session, first.id)).undo).toMatchObject({ kept: 2 });
    expect(await keptBy(session, first.id)).toEqual([
      expect.objectContaining({ kind: "customer", number: "ann@a.example" }),
      { line: 2, kind: "touchpoint", number: "Hotline", reason: "Something else uses it by now." },
    ]);
  });

  it("reject a score without its scale, and one outside of it", async () => {
    const text =
      "response_id,date,score,scale_min,scale_max\nR1,2025-01-01,4,,\nR2,2025-01-01,6,1,5\nR3,2025-01-01,5,1,5\n";
    const done = await importText(session, { kind: "signals", text });
    expect(done.counts).toMatchObject({ created: 1, rejected: 2 });
  });

  it("come several to a line of a wide survey file: one for each answer", async () => {
    const text =
      "Response ID,Date,Recommend?,Why?,Ease\nR1,2025-01-01,9,Friendly,Very easy\nR2,2025-01-02,2,,Hard\nR3,2025-01-03,11,Typo,Hard\n";
    const mapping = {
      columns: {
        "Response ID": "signalExternalId",
        Date: "occurredOn",
        "Recommend?": "answers.Recommend?",
        "Why?": "answers.Why?",
        Ease: "answers.Ease",
      },
      questions: {
        "Recommend?": { metric: "nps" },
        Ease: { metric: "ces", scaleMin: 1, scaleMax: 5 },
      },
      values: { "answers.Ease": { "very easy": "5", Hard: "2" } },
    };
    const done = await importText(session, { kind: "signals", text, mapping });
    expect(done.failure).toBeNull();
    expect(done.counts).toEqual({ created: 5, updated: 0, unchanged: 0, rejected: 1 });
    expect((await state(session)).signals).toMatchObject([
      { externalId: "R1#Ease", score: 5, scaleMin: 1, scaleMax: 5, metric: "ces" },
      { externalId: "R1#Recommend?", score: 9, scaleMin: 0, scaleMax: 10 },
      { externalId: "R1#Why?", body: "Friendly", score: null },
      { externalId: "R2#Ease", score: 2 },
      { externalId: "R2#Recommend?", score: 2 },
    ]);
    const again = await importText(session, { kind: "signals", text, mapping });
    expect(again.counts).toMatchObject({ created: 0, unchanged: 5, rejected: 1 });
    expect((await undoOf(session, done.id)).undo).toMatchObject({ removed: 5, kept: 0 });
  });
});
