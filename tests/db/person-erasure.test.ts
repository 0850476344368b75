import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { mergeCustomers } from "#lib/customers/index.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  addToLedger,
  countErasures,
  erasePerson,
  exportPerson,
  findPeople,
  listLedger,
  reapplyErasures,
} from "#lib/protection/index.ts";
import { admin, adminJson } from "#tests/support/admin.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const EMAIL = "mira.kovac@example.com";
const WORDS = [EMAIL, "Mira Kovac", "K-4711"];

/** A person with orders, two imports that made and changed them, a rejected row, a saved view and a stored file. */
async function makeKnown(): Promise<TestTenant & { customerId: string }> {
  const tenant = await makeTenant();
  const { session } = tenant;
  const rows = (name: string) =>
    `customer number,name,email,city\nK-4711,${name},${EMAIL},Lisbon\nK-2,Other,other@example.com,Porto\n`;
  await importText(session, { kind: "customers", text: rows("Mira K") });
  await importText(session, { kind: "customers", text: rows("Mira Kovac") });
  await importText(session, {
    kind: "customers",
    text: `customer number,name,email\n,Mira Kovac,${EMAIL}\nK-9,X,${EMAIL}.is not one\n`,
  });
  const membershipId = session.actor.kind === "member" ? session.actor.membershipId : "";
  await withTenant(session, "view:write", (tx) =>
    tx.savedView.create({
      data: {
        ...{ id: newId(), membershipId, list: "customers", name: "Mine" },
        query: `q=${encodeURIComponent(EMAIL)}`,
      },
    }),
  );
  const [person] = await find(tenant);
  await withTenant(session, "order:write", (tx) =>
    tx.customerOrder.create({
      data: {
        ...{ id: newId(), externalId: "O-1", customerId: person?.id ?? "" },
        ...{ orderedOn: new Date("2026-01-31"), amountMinor: 4200n, currency: "EUR" },
      },
    }),
  );
  return { ...tenant, customerId: person?.id ?? "" };
}

function find({ session }: TestTenant, contact = EMAIL.toUpperCase()) {
  return withTenant(session, "protection:write", (tx) => findPeople(tx, session, contact));
}

function erase({ session }: TestTenant, customerId: string, number = "K-4711") {
  return withTenant(
    session,
    "protection:write",
    (tx) => erasePerson(tx, session, { customerId, number }),
    { timeoutMs: 60_000 },
  );
}

/** Where words of a person still stand in the workspace. */
function places({ session }: TestTenant, words: string) {
  return withTenant(
    session,
    "protection:write",
    (tx) => tx.$queryRaw<{ table_name: string }[]>`SELECT * FROM find_words(${words})`,
  );
}

describe("the erasure of a person", () => {
  it("leaves no word of them in any table, and every order where it was", async () => {
    const known = await makeKnown();
    for (const words of WORDS) expect(await places(known, words)).not.toEqual([]);
    const counts = await erase(known, known.customerId);
    expect(counts).toMatchObject({ customers: 1, views: 1, left: 0 });
    expect(counts.files).toBeGreaterThan(0);
    expect(counts.rejects).toBeGreaterThan(0);
    expect(counts.ledgerRows).toBeGreaterThan(0);
    for (const words of WORDS) expect(await places(known, words), words).toEqual([]);
    const { session } = known;
    const left = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findFirstOrThrow({
        where: { id: known.customerId },
        include: { orders: { select: { amountMinor: true } } },
      }),
    );
    expect(left).toMatchObject({ name: null, email: null, attributes: {} });
    expect(left.externalId).toMatch(/^erased-/);
    expect(left.orders).toEqual([{ amountMinor: 4200n }]);
    const other = await withTenant(session, "customer:read", (tx) =>
      tx.customer.findFirstOrThrow({ where: { externalId: "K-2" } }),
    );
    expect(other).toMatchObject({ name: "Other", email: "other@example.com" });
    const events = await withTenant(session, "audit:read", (tx) =>
      tx.auditEvent.count({ where: { action: "customer.person_erased" } }),
    );
    expect(events).toBe(1);
  });

  it("is done again after a restore, by a ledger that names nobody", async () => {
    const known = await makeKnown();
    const { session } = known;
    await erase(known, known.customerId);
    const ledger = await withTenant(session, "protection:write", listLedger);
    expect(JSON.stringify(ledger)).not.toMatch(/mira|4711/i);
    // What a restore of an older backup brings back.
    await addOrders(session, [{ customer: "K-4711", day: "2026-01-31", amountMinor: 1 }]);
    await importText(session, {
      kind: "customers",
      text: `customer number,name,email\nK-5,Mira Kovac,${EMAIL}\n`,
    });
    const hmacs = new Set(ledger.flatMap(({ contactHmacs }) => contactHmacs));
    expect(await reapplyErasures(session, hmacs)).toBe(2);
    for (const words of WORDS) expect(await places(known, words), words).toEqual([]);
    expect(await reapplyErasures(session, hmacs)).toBe(0);
    const add = () =>
      withTenant(session, "protection:write", (tx) => addToLedger(tx, session, ledger));
    expect(await add()).toBe(0);
  });

  it("takes a ledger over into a workspace that does not have it yet", async () => {
    const [known, restored] = [await makeKnown(), await makeTenant()];
    await erase(known, known.customerId);
    const ledger = await withTenant(known.session, "protection:write", listLedger);
    const { session } = restored;
    expect(
      await withTenant(session, "protection:write", (tx) => addToLedger(tx, session, ledger)),
    ).toBe(1);
    expect(await withTenant(session, "protection:write", countErasures)).toBe(1);
  });

  it("goes into a file and comes back by the command line, under the same secret alone", async () => {
    const known = await makeKnown();
    await erase(known, known.customerId);
    const folder = mkdtempSync(join(tmpdir(), "throughline-ledger-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "ledger.json");
    const { entries } = await adminJson<{ entries: number }>(["erasures", "export", "--to", file]);
    expect(entries).toBeGreaterThan(0);
    expect(readFileSync(file, "utf8")).not.toMatch(/mira|4711/i);
    await addOrders(known.session, [{ customer: "K-4711", day: "2026-01-31", amountMinor: 1 }]);
    expect(await adminJson(["erasures", "apply", "--from", file])).toEqual({
      customers: 1,
      entries: 0,
    });
    const other = await admin(["erasures", "apply", "--from", file], {
      APP_SECRET: "another secret, which is as long as it must be",
    });
    expect(other.stderr).toContain("under another APP_SECRET");
    writeFileSync(file, "[]");
    const wrong = await admin(["erasures", "apply", "--from", file]);
    expect(wrong.stderr).toContain("no ledger");
  });

  it("refuses a number that is not typed as it is, and a customer of another workspace", async () => {
    const [known, other] = [await makeKnown(), await makeTenant()];
    await expect(erase(known, known.customerId, "K-2")).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(erase(other, known.customerId)).rejects.toMatchObject({ code: "not_found" });
    expect(await find(known)).toHaveLength(1);
    expect(await find(other)).toEqual([]);
  });
});

describe("what is held about a person", () => {
  it("comes from every table that hangs on them, and leaves an event", async () => {
    const known = await makeKnown();
    const { session } = known;
    const held = await withTenant(session, "protection:write", (tx) =>
      exportPerson(tx, session, known.customerId),
    );
    expect(held.tables["customer"]).toMatchObject([{ external_id: "K-4711", email: EMAIL }]);
    expect(held.tables["customer_order"]).toMatchObject([{ amount_minor: 4200 }]);
    expect(held.tables["import_row"]?.length).toBeGreaterThan(1);
    expect(JSON.stringify(held)).not.toContain("other@example.com");
  });

  it("is not told of another workspace's customer", async () => {
    const [known, other] = [await makeKnown(), await makeTenant()];
    await expect(
      withTenant(other.session, "protection:write", (tx) =>
        exportPerson(tx, other.session, known.customerId),
      ),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the erasure of a person among others", () => {
  const FILE = `customer number,name,email,phone,kind,badge
A-1,Ann Lee,ann@example.com,+351 912 345 678,Customer,Gold
A-2,Joann Lee,joann@example.com,+351 911 111 111,Customer,Gold
A-3,Annie Leeds,ann@example.com.pt,,marketing,Gold
A-4,Anna Leigh,old.ann@example.com,+351 913 333 333,Customer,Ruby-7
`;

  async function makeFour(): Promise<{ tenant: TestTenant; idOf: (number: string) => string }> {
    const tenant = await makeTenant();
    await importText(tenant.session, { kind: "customers", text: FILE });
    await importText(tenant.session, {
      kind: "customers",
      text: FILE.replaceAll("Gold", "Silver"),
    });
    const rows = await withTenant(tenant.session, "customer:read", (tx) =>
      tx.customer.findMany({ select: { id: true, externalId: true } }),
    );
    return {
      tenant,
      idOf: (number) => rows.find(({ externalId }) => externalId === number)?.id ?? "",
    };
  }

  function othersOf({ session }: TestTenant) {
    return withTenant(session, "customer:read", (tx) =>
      tx.customer.findMany({
        where: { externalId: { in: ["A-2", "A-3"] } },
        select: { name: true, email: true, attributes: true },
        orderBy: { externalId: "asc" },
      }),
    );
  }

  it("leaves those alone whose name or address holds theirs, and views by what many share", async () => {
    const { tenant, idOf } = await makeFour();
    const { session } = tenant;
    const membershipId = session.actor.kind === "member" ? session.actor.membershipId : "";
    for (const query of ["attribute.badge=Silver", "search=Annie", "search=ann%40example.com"])
      await withTenant(session, "view:write", (tx) =>
        tx.savedView.create({
          data: { ...{ id: newId(), membershipId, list: "customers" }, name: query, query },
        }),
      );
    const before = await othersOf(tenant);
    const counts = await erase(tenant, idOf("A-1"), "A-1");
    expect(counts).toMatchObject({ customers: 1, views: 1, left: 0 });
    expect(await othersOf(tenant)).toEqual(before);
  });

  it("goes on where what describes them is a word of the program's own", async () => {
    const { tenant, idOf } = await makeFour();
    const { session } = tenant;
    await withTenant(session, "customer:write", (tx) =>
      tx.customerConsent.create({
        data: {
          ...{ customerId: idOf("A-3"), purpose: "marketing", state: "given" },
          ...{ lawfulBasis: "consent", source: "import" },
        },
      }),
    );
    await withTenant(session, "customer:write", (tx) =>
      tx.customer.updateMany({ where: { id: idOf("A-3") }, data: { name: "Customer" } }),
    );
    expect(await erase(tenant, idOf("A-3"), "A-3")).toMatchObject({
      customers: 1,
      left: 0,
    });
  });

  it("takes in whoever was merged with them, also in the ledger by which it is done again", async () => {
    const { tenant, idOf } = await makeFour();
    const { session } = tenant;
    await withTenant(session, "customer:write", (tx) =>
      mergeCustomers(tx, session, {
        ...{ firstId: idOf("A-1"), secondId: idOf("A-4"), survivorId: idOf("A-1") },
      }),
    );
    expect(await find(tenant, "A-4")).toMatchObject([{ externalId: "A-1" }]);
    const counts = await erase(tenant, idOf("A-1"), "A-1");
    expect(counts).toMatchObject({ customers: 1, left: 0 });
    const words = ["Anna Leigh", "old.ann@example.com", "A-4", "+351 913 333 333", "Ruby-7"];
    for (const word of words) expect(await places(tenant, word), word).toEqual([]);
    const ledger = await withTenant(session, "protection:write", listLedger);
    expect(ledger[0]?.contactHmacs).toHaveLength(4);
    await importText(session, { kind: "customers", text: FILE });
    const hmacs = new Set(ledger.flatMap(({ contactHmacs }) => contactHmacs));
    expect(await reapplyErasures(session, hmacs)).toBe(2);
    for (const word of words) expect(await places(tenant, word), word).toEqual([]);
  });
});
