import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
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
    const { counts, filesEndAt } = await erase(known, known.customerId);
    expect(counts).toMatchObject({ customers: 1, views: 1, left: 0 });
    expect(counts.files).toBeGreaterThan(0);
    expect(counts.rejects).toBeGreaterThan(0);
    expect(counts.ledgerRows).toBeGreaterThan(0);
    expect(filesEndAt).toBeNull();
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
