import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  LogComplaint,
  LogContact,
  logComplaint,
  logContact,
  openCard,
  ShowPhone,
  showPhone,
  TakeBackContact,
  ThankCustomer,
  takeBackContact,
  thankCustomer,
} from "#lib/lookup/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { addCustomers, addOrdersOf } from "#tests/support/orders.ts";
import { addPersona } from "#tests/support/personae.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
let customerId: string;
beforeEach(async () => {
  tenant = await makeTenant({ timeZone: "Europe/Vienna" });
  session = tenant.sessionAs("frontline");
  const ids = await addCustomers(tenant.session, {
    A: { name: "Dimitra Papadaki", phone: "+43 664 1234541" },
    B: null,
  });
  customerId = ids.get("A") ?? "";
  await addOrdersOf(tenant.session, ids, [
    { customer: "A", day: "2026-10-31", amountMinor: 114900 },
  ]);
});

function open(by = session, id = customerId) {
  return withTenant(by, "card:open", (tx) => openCard(tx, by, id));
}

const BY_HAND = { channel: "phone", subject: "Oven left unconnected", body: "It stands there." };

function complain(key = newId(), by = session, id = customerId) {
  const asked = LogComplaint.parse({ ...BY_HAND, customerId: id, key });
  return withTenant(by, "contact:write", (tx) => logComplaint(tx, by, asked));
}

function log(key = newId(), by = session, id = customerId) {
  const asked = LogContact.parse({ ...BY_HAND, kind: "service", customerId: id, key });
  return withTenant(by, "contact:write", (tx) => logContact(tx, by, asked));
}

const actionsOf = async () => (await storedEvents(tenant.session)).map(({ action }) => action);

describe("the card of a customer", () => {
  it("shows who, with the phone number hidden, what was last, and what is open", async () => {
    expect(await open()).toMatchObject({
      ...{ name: "Dimitra Papadaki", maskedPhone: "+43 ••• ••41", standing: "no_run" },
      contacts: [{ kind: "order", occurredOn: "2026-10-31", amountMinor: 114900 }],
      ...{ complaints: [], score: null, quote: null },
    });
    await complain();
    await log();
    const card = await open();
    expect(card.complaints).toMatchObject([{ subject: BY_HAND.subject, hoursLeft: null }]);
    expect(card.contacts.map(({ kind }) => kind)).toEqual(["interaction", "order"]);
  });

  it("tells the last score and what was said, and shows the three newest contacts", async () => {
    await withTenant(tenant.session, "signal:write", async (tx) => {
      const source = await tx.dataSource.create({
        data: { id: newId(), name: "Survey", kind: "survey" },
      });
      await tx.signal.createMany({
        data: [1, 2, 3, 4, 5, 6].map((day) => ({
          ...{ id: newId(), sourceId: source.id, externalId: String(day), customerId },
          ...{ audience: "customer", occurredOn: new Date(`2026-11-0${day}`) },
          ...(day === 3 ? { body: "It came late." } : {}),
          ...(day === 5 ? { score: 1, scaleMin: 1, scaleMax: 5, metric: "csat" } : {}),
        })),
      });
    });
    const card = await open();
    expect(card.contacts.map(({ occurredOn }) => occurredOn.slice(-2))).toEqual(["06", "05", "04"]);
    expect(card).toMatchObject({
      score: { score: 1, scaleMax: 5, occurredOn: "2026-11-05" },
      quote: { text: "It came late.", occurredOn: "2026-11-03" },
    });
  });

  it("tells the tip of the persona of a segment they are in today, also to the front line", async () => {
    const frontline = tenant.sessionAs("frontline");
    const addTo = (segmentId: string, validTo: Date | null) =>
      withTenant(tenant.session, "segment:write", (tx) =>
        tx.segmentMember.create({
          data: { segmentId, customerId, validFrom: new Date("2026-01-02"), validTo },
        }),
      );
    expect((await open(frontline)).tip).toBeNull();
    const left = await addPersona(tenant.session, { name: "Ann", frontlineTip: "Ask first." });
    await addTo(left.segmentId, new Date("2026-05-01"));
    const silent = await addPersona(tenant.session, { name: "Ben" });
    await addTo(silent.segmentId, null);
    expect((await open(frontline)).tip).toBeNull();
    const told = await addPersona(tenant.session, { name: "Marta", frontlineTip: "Be brief." });
    await addTo(told.segmentId, null);
    expect((await open(frontline)).tip).toMatchObject({ persona: "Marta", tip: "Be brief." });
  });

  it("is told in the log once an hour for each member", async () => {
    await open();
    await open();
    expect((await actionsOf()).filter((action) => action === "customer.card_opened")).toHaveLength(
      1,
    );
    await open(tenant.sessionAs("cx_manager"));
    expect((await actionsOf()).filter((action) => action === "customer.card_opened")).toHaveLength(
      2,
    );
  });

  it("does not open for an executive, nor from another workspace, nor for nobody", async () => {
    await expect(open(tenant.sessionAs("executive"))).rejects.toMatchObject({ code: "forbidden" });
    const other = (await makeTenant()).session;
    await expect(open(other)).rejects.toMatchObject({ code: "not_found" });
    await expect(complain(newId(), other)).rejects.toMatchObject({ code: "not_found" });
    await expect(log(newId(), other)).rejects.toMatchObject({ code: "not_found" });
    await expect(open(session, newId())).rejects.toMatchObject({ code: "not_found" });
    await expect(complain(newId(), tenant.sessionAs("auditor"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("what a member writes down", () => {
  it("is written once, however often it is sent", async () => {
    const key = newId();
    await log(key);
    await log(key);
    expect((await open()).contacts).toHaveLength(2);
    expect((await actionsOf()).filter((action) => action === "customer.contact_logged")).toEqual([
      "customer.contact_logged",
    ]);
  });
});

describe("a thank-you", () => {
  const thank = (key = newId(), by = session, id = customerId) => {
    const asked = ThankCustomer.parse({
      ...{ customerId: id, key, channel: "post", body: "For ten years with us." },
    });
    return withTenant(by, "contact:write", (tx) => thankCustomer(tx, by, asked));
  };

  it("stands among the last contacts, once, and in the log without its words", async () => {
    const key = newId();
    await thank(key);
    await thank(key);
    expect((await open()).contacts).toMatchObject([
      { kind: "interaction", isThanks: true, text: "For ten years with us.", channel: "post" },
      { kind: "order", isThanks: false },
    ]);
    const events = await storedEvents(tenant.session);
    expect(events.filter(({ action }) => action === "customer.thanked")).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("ten years");
  });

  it("is not written for nobody, from another workspace, or without words", async () => {
    await expect(thank(newId(), session, newId())).rejects.toMatchObject({ code: "not_found" });
    const other = (await makeTenant()).session;
    await expect(thank(newId(), other)).rejects.toMatchObject({ code: "not_found" });
    const bare = { customerId, key: newId(), channel: "post", body: " " };
    expect(ThankCustomer.safeParse(bare).success).toBe(false);
  });
});

describe("what was just written down", () => {
  const takeBack = (key: string, by = session, now = new Date()) =>
    withTenant(by, "contact:write", (tx) =>
      takeBackContact(tx, by, TakeBackContact.parse({ customerId, key }), now),
    );

  it("is taken back within the hour, and that is told in the log", async () => {
    const key = newId();
    await log(key);
    await takeBack(key);
    expect((await open()).contacts.map(({ kind }) => kind)).toEqual(["order"]);
    expect(await actionsOf()).toContain("customer.contact_taken_back");
    await expect(takeBack(key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is not taken back later, nor from another workspace", async () => {
    const key = newId();
    await log(key);
    const other = (await makeTenant()).session;
    await expect(takeBack(key, other)).rejects.toMatchObject({ code: "not_found" });
    const later = new Date(Date.now() + 2 * 3_600_000);
    await expect(takeBack(key, session, later)).rejects.toMatchObject({ code: "conflict" });
    expect((await open()).contacts).toHaveLength(2);
  });
});

describe("a phone number", () => {
  const show = (by: Session, id: string) =>
    withTenant(by, "card:open", (tx) =>
      showPhone(tx, by, ShowPhone.parse({ customerId: id, reason: "call_back" })),
    );

  it("is shown for a reason, which the log keeps without the number", async () => {
    expect(await show(session, customerId)).toEqual({ phone: "+43 664 1234541" });
    const events = await storedEvents(tenant.session);
    expect(events.find(({ action }) => action === "customer.phone_shown")).toMatchObject({
      objectId: customerId,
      after: { reason: "call_back" },
    });
    expect(JSON.stringify(events)).not.toContain("1234541");
    expect(ShowPhone.safeParse({ customerId, reason: "" }).success).toBe(false);
  });

  it("is not shown to another workspace", async () => {
    const other = (await makeTenant()).session;
    await expect(show(other, customerId)).rejects.toMatchObject({ code: "not_found" });
  });
});
