import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const feedback = (number: string, of = session) =>
  importText(of, {
    kind: "signals",
    text: `response_id,email,date,comment\n${number},late@cc.example,2026-01-01,Hi\n`,
  });
const customers = (text: string, isDryRun = false) =>
  importText(session, { kind: "customers", text: `customer_id,email,name\n${text}\n`, isDryRun });
const C900 = "C-900,Late@cc.example,Lea";

function people(of = session) {
  return withTenant(of, "customer:read", async (tx) => {
    const rows = await tx.customer.findMany({
      select: { id: true, externalId: true, name: true },
      orderBy: { externalId: "asc" },
    });
    const signals = await tx.signal.findMany({ select: { customerId: true } });
    return rows.map(({ id, ...row }) => ({
      ...row,
      signals: signals.filter(({ customerId }) => customerId === id).length,
    }));
  });
}

const UNNAMED = { externalId: "late@cc.example", name: null, signals: 1 };

it("gives its number to somebody whom feedback made from an address, and Undo takes it back", async () => {
  await feedback("R1");
  expect(await people()).toEqual([UNNAMED]);
  const dry = await customers(C900, true);
  const real = await customers(C900);
  expect(real.counts).toMatchObject({ created: 0, updated: 1, rejected: 0 });
  expect(dry.counts).toEqual(real.counts);
  await feedback("R2");
  expect(await people()).toEqual([{ externalId: "C-900", name: "Lea", signals: 2 }]);
  expect((await customers(C900)).counts).toMatchObject({ updated: 0, unchanged: 1 });
  expect((await undoOf(session, real.id)).undo).toMatchObject({ restored: 1, kept: 0 });
  expect(await people()).toEqual([{ ...UNNAMED, signals: 2 }]);
});

it("does so where the number is all that is new", async () => {
  await feedback("R1");
  const file = { kind: "customers", text: "customer_id,email\nC-900,late@cc.example\n" };
  const { id, counts } = await importText(session, file);
  expect(counts).toMatchObject({ created: 0, updated: 1 });
  expect(await people()).toEqual([{ ...UNNAMED, externalId: "C-900" }]);
  await undoOf(session, id);
  expect(await people()).toEqual([UNNAMED]);
});

it("does so by API too", async () => {
  await feedback("R1");
  const api = createApi(await makeApiKey(session, ["all"]));
  const put = api.put("customers", "C-900", { email: "late@cc.example" });
  expect(await api.read(put)).toMatchObject({ externalId: "C-900", outcome: "updated" });
  expect(await people()).toEqual([{ ...UNNAMED, externalId: "C-900" }]);
});

it("takes the number of nobody else, and gives one number to one of two rows only", async () => {
  await customers("C-900,,Lea");
  await feedback("R1");
  await customers(C900);
  expect(await people()).toEqual([{ externalId: "C-900", name: "Lea", signals: 0 }, UNNAMED]);
  // From now on the one with a number of its own is meant.
  await feedback("R2");
  expect(await people()).toEqual([{ externalId: "C-900", name: "Lea", signals: 1 }, UNNAMED]);
});

it("makes the second of two rows with the address a customer of its own", async () => {
  await feedback("R1");
  const { counts } = await customers(`${C900}\nC-901,late@cc.example,Leo`);
  expect(counts).toMatchObject({ created: 1, updated: 1 });
  expect(await people()).toEqual([
    { externalId: "C-900", name: "Lea", signals: 1 },
    { externalId: "C-901", name: "Leo", signals: 0 },
  ]);
});

it("leaves the customer of another workspace alone", async () => {
  const other = await makeTenant();
  await feedback("R1", other.session);
  await customers(C900);
  expect(await people(other.session)).toEqual([UNNAMED]);
});
