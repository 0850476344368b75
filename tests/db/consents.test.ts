import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { derivedBasis } from "#lib/customers/consents.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  countContactable,
  findContactable,
  getCustomerByExternalId,
  listCustomers,
  recordConsent,
} from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { addCustomers, addOrdersOf } from "#tests/support/orders.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
});

const customer = (number: string, who: Session = session) =>
  withTenant(who, "customer:read", (tx) => getCustomerByExternalId(tx, who, number));
const record = (customerId: string, state: "given" | "withdrawn", who: Session = session) =>
  withTenant(who, "customer:write", (tx) =>
    recordConsent(tx, who, { customerId, purpose: "marketing", state, lawfulBasis: "consent" }),
  );

describe("a consent", () => {
  it("is recorded with who said so, and once in the audit log", async () => {
    const id = (await addCustomers(session, { C1: null })).get("C1") ?? "";
    await record(id, "given");
    await record(id, "given");
    expect((await customer("C1")).consents).toMatchObject([
      { purpose: "marketing", state: "given", source: "customer_page", recordedBy: "Test owner" },
    ]);
    const told = (await storedEvents(session)).filter(
      ({ action }) => action === "customer.consent_changed",
    );
    expect(told).toMatchObject([
      { objectId: id, before: { state: null }, after: { state: "given", lawfulBasis: "consent" } },
    ]);
  });

  it("is hidden with the rest, kept from the front line’s pen, and not another workspace's", async () => {
    const id = (await addCustomers(session, { C1: null })).get("C1") ?? "";
    await record(id, "given");
    expect((await customer("C1", tenant.sessionAs("department_head"))).consents).toEqual([]);
    await expect(record(id, "withdrawn", tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(record(id, "withdrawn", (await makeTenant()).session)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("comes from a file, with its former values in the ledger, and a repeated file changes nothing", async () => {
    const text = (word: string) =>
      `customer_id,name,marketing consent,feedback consent\nC1,Ann,${word},\nC2,Bo,,contract\n`;
    const first = await importText(session, { kind: "customers", text: text("yes") });
    const again = await importText(session, { kind: "customers", text: text("yes") });
    const dry = await importText(session, { kind: "customers", text: text("no"), isDryRun: true });
    const changed = await importText(session, { kind: "customers", text: text("no") });
    expect(
      [first, again, dry, changed].map(({ counts }) => [
        counts.created,
        counts.updated,
        counts.unchanged,
      ]),
    ).toEqual([
      [2, 0, 0],
      [0, 0, 2],
      [0, 1, 1],
      [0, 1, 1],
    ]);
    expect((await customer("C1")).consents).toMatchObject([
      { purpose: "marketing", state: "withdrawn", source: "import", importId: changed.id },
    ]);
    expect((await customer("C2")).consents).toMatchObject([
      { purpose: "feedback", state: "given", lawfulBasis: "contract" },
    ]);
    const ledger = await asOwner(async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
      return (
        await client.query("SELECT before FROM import_row WHERE import_id = $1", [changed.id])
      ).rows;
    });
    expect(ledger).toMatchObject([
      { before: { consents: [{ purpose: "marketing", state: "given" }] } },
    ]);
  });

  it("that no word says is a rejected row, and so is a phone number that is none", async () => {
    const text = "customer_id,phone,marketing consent\nC1,call me,yes\nC2,+43 1 2345,perhaps\n";
    const { counts } = await importText(session, { kind: "customers", text });
    expect(counts).toMatchObject({ created: 0, rejected: 2 });
  });
});

describe("a purpose", () => {
  it("may use the contact data of who has a basis, and for service of who ordered", async () => {
    const text =
      "customer_id,email,marketing consent,service basis\nGIVEN,a@x.example,yes,\nREFUSED,b@x.example,no,no\nSILENT,c@x.example,,\nBUYER,d@x.example,,\nNOWAY,,,\n";
    await importText(session, { kind: "customers", text });
    const ids = new Map<string, string>();
    for (const number of ["GIVEN", "REFUSED", "SILENT", "BUYER"]) {
      ids.set(number, (await customer(number)).id);
    }
    await addOrdersOf(session, ids, [
      { customer: "BUYER", day: "2026-01-01", amountMinor: 100 },
      { customer: "REFUSED", day: "2026-01-01", amountMinor: 100 },
    ]);
    const contactable = async (purpose: "service" | "marketing") => {
      const found = await withTenant(session, "customer:read", (tx) =>
        findContactable(tx, session, purpose, [...ids.values()]),
      );
      return [...ids].filter(([, id]) => found.has(id)).map(([number]) => number);
    };
    expect(await contactable("marketing")).toEqual(["GIVEN"]);
    expect(await contactable("service")).toEqual(["BUYER"]);
    expect(await derivedFor()).toEqual(["BUYER"]);
    const listed = await withTenant(session, "customer:read", (tx) =>
      listCustomers(
        tx,
        session,
        { ...customersAddress.usual, mayUseFor: ["service"] },
        { limit: 9 },
      ),
    );
    expect(listed.items.map(({ externalId }) => externalId)).toEqual(["BUYER"]);
    /** Whose page says that a basis for service is derived, as the files go by it. */
    async function derivedFor(): Promise<string[]> {
      const found: string[] = [];
      for (const number of ids.keys()) {
        const { consents, hasOrdered } = await customer(number);
        const state = consents.find(({ purpose }) => purpose === "service")?.state ?? null;
        if (derivedBasis("service", state, hasOrdered)) found.push(number);
      }
      return found;
    }
    const counts = await withTenant(session, "customer:read", (tx) =>
      countContactable(tx, session, customersAddress.usual),
    );
    expect(counts).toEqual({ customers: 5, service: 3, feedback: 4, marketing: 3 });
    const masked = tenant.sessionAs("executive");
    expect(
      await withTenant(masked, "customer:export", (tx) =>
        countContactable(tx, masked, { ...customersAddress.usual, search: "REFUSED" }),
      ),
    ).toEqual({ customers: 1, service: 0, feedback: 0, marketing: 0 });
    const stranger = (await makeTenant()).session;
    const foreign = await withTenant(stranger, "customer:read", (tx) =>
      findContactable(tx, stranger, "marketing", [...ids.values()]),
    );
    expect(foreign.size).toBe(0);
  });
});
