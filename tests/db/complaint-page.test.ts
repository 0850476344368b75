import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  getComplaint,
  LogComplaint,
  logComplaint,
  openCard,
  TakeBackContact,
  takeBackComplaint,
} from "#lib/lookup/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

let tenant: TestTenant;
let frontline: Session;
let customerId: string;
beforeEach(async () => {
  tenant = await makeTenant({ timeZone: "Europe/Vienna" });
  frontline = tenant.sessionAs("frontline");
  const ids = await addCustomers(tenant.session, { A: { name: "Dimitra Papadaki" } });
  customerId = ids.get("A") ?? "";
});

const WORDS = { channel: "phone", subject: "Oven left unconnected", body: "It stands there." };

async function complain(key = newId()): Promise<string> {
  const asked = LogComplaint.parse({ ...WORDS, customerId, key });
  await withTenant(frontline, "contact:write", (tx) => logComplaint(tx, frontline, asked));
  return key;
}

function takeBack(key: string, by = frontline, now = new Date()) {
  const asked = TakeBackContact.parse({ customerId, key });
  return withTenant(by, "contact:write", (tx) => takeBackComplaint(tx, by, asked, now));
}

const openComplaints = async () =>
  (await withTenant(frontline, "card:open", (tx) => openCard(tx, frontline, customerId)))
    .complaints;

function read(id: string, by = tenant.session) {
  return withTenant(by, "complaint:read", (tx) => getComplaint(tx, by, id));
}

describe("a complaint just written down", () => {
  it("is taken back within the hour, and that is told in the log", async () => {
    const key = await complain();
    expect(await openComplaints()).toMatchObject([{ subject: WORDS.subject, number: null }]);
    await takeBack(key);
    expect(await openComplaints()).toEqual([]);
    const actions = (await storedEvents(tenant.session)).map(({ action }) => action);
    expect(actions).toContain("customer.complaint_taken_back");
    await expect(takeBack(key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("stays when it is older or closed, and for another workspace", async () => {
    const key = await complain();
    // No sooner than it came, whatever the day in the workspace's time zone.
    const closedOn = new Date(Date.now() + 24 * 3_600_000);
    const later = new Date(Date.now() + 2 * 3_600_000);
    await expect(takeBack(key, frontline, later)).rejects.toMatchObject({ code: "conflict" });
    const other = (await makeTenant()).session;
    await expect(takeBack(key, other)).rejects.toMatchObject({ code: "not_found" });
    await withTenant(tenant.session, "complaint:write", (tx) =>
      tx.complaint.updateMany({ where: { externalId: key }, data: { closedOn } }),
    );
    await expect(takeBack(key)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the page of a complaint", () => {
  async function complaintId(): Promise<string> {
    await complain();
    return (await openComplaints())[0]?.id ?? "";
  }

  it("tells what is recorded, whose it is, and the clock of the tier’s promise", async () => {
    const id = await complaintId();
    expect(await read(id)).toMatchObject({
      ...{ subject: WORDS.subject, body: WORDS.body, channel: "phone", status: "Open" },
      ...{ isOpen: true, closedOn: null, number: null, importId: null, standing: null },
      ...{ customer: { id: customerId, number: "A", name: "Dimitra Papadaki" }, hoursLeft: null },
    });
    await addWatchRun(tenant.session, new Map([[customerId, { pAlive: 0.5, valueMinor: 100 }]]));
    const { standing, hoursLeft } = await read(id);
    expect(standing).toMatchObject({ tierName: "Best" });
    // The usual policy has a tier of another name: without a tier of it there is no promise.
    expect(hoursLeft === null).toBe(standing?.tier === null);
    expect(JSON.stringify(standing)).not.toContain("atRisk");
  });

  it("hides whose it is from roles that may not read personal data", async () => {
    const id = await complaintId();
    const masked = await read(id, tenant.sessionAs("executive"));
    expect(masked).toMatchObject({ customer: null, isMasked: true, subject: WORDS.subject });
    expect(JSON.stringify(masked)).not.toContain("Dimitra");
  });

  it("is not there for another workspace, for what is no id, nor for the front line", async () => {
    const id = await complaintId();
    const other = (await makeTenant()).session;
    await expect(read(id, other)).rejects.toMatchObject({ code: "not_found" });
    await expect(read("none")).rejects.toMatchObject({ code: "not_found" });
    await expect(read(id, frontline)).rejects.toMatchObject({ code: "forbidden" });
  });
});
