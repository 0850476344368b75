import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  getSettings,
  renameWorkspace,
  setCurrency,
  setFormats,
  setRates,
  setRetention,
} from "#lib/workspaces/index.ts";
import { storedActions, storedEvents } from "#tests/support/audit.ts";
import { queue } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ session } = tenant);
});

const read = (who = session) => withTenant(who, "workspace:read", (tx) => getSettings(tx, who));
const write = (work: (tx: TenantTx) => Promise<void>, who = session) =>
  withTenant(who, "workspace:write", work);

const NO_RATES = {
  marginRate: null,
  costPerOrder: null,
  costPerReturn: null,
  retentionCostPerYear: null,
  costPerContact: {
    ...{ phone: null, email: null, chat: null, post: null, face_to_face: null, social: null },
  },
};

type Commands = Record<string, (version: number | "any") => Promise<void>>;
const commands: Commands = {
  renameWorkspace: (version) => write((tx) => renameWorkspace(tx, session, { version, name: "B" })),
  setCurrency: (version) => write((tx) => setCurrency(tx, session, { version, currency: "USD" })),
  setFormats: (version) =>
    write((tx) => setFormats(tx, session, { version, timeZone: "Asia/Tokyo", locale: "ja-JP" })),
  setRates: (version) =>
    write((tx) => setRates(tx, session, { version, ...NO_RATES, marginRate: 0.4 })),
  setRetention: (version) =>
    write((tx) => setRetention(tx, session, { version, auditDays: 90, rejectDays: 7 })),
};

describe.each(Object.keys(commands))("%s", (name) => {
  const run = (version: number | "any") => commands[name]?.(version);

  it("writes one event and raises the version by one", async () => {
    await run(1);
    expect(await storedActions(session)).toHaveLength(1);
    expect((await read()).version).toBe(2);
  });

  it("refuses an old version as stale and changes nothing", async () => {
    await write((tx) => renameWorkspace(tx, session, { version: 1, name: "Meanwhile" }));
    const before = await read();
    await expect(run(1)).rejects.toMatchObject({ code: "stale" });
    expect(await read()).toEqual(before);
    expect(await storedActions(session)).toEqual(["workspace.renamed"]);
  });

  it("takes the settings as they are for a caller who has not read them", async () => {
    await run("any");
    expect((await read()).version).toBe(2);
  });

  it("is neither a change nor an event when nothing changes", async () => {
    await run(1);
    await run(2);
    expect((await read()).version).toBe(2);
    expect(await storedActions(session)).toHaveLength(1);
  });

  it("leaves another workspace as it is", async () => {
    const other = await makeTenant();
    await run(1);
    expect(await read(other.session)).toMatchObject({ version: 1, name: "Test workspace" });
    expect(await storedEvents(other.session)).toEqual([]);
  });
});

describe("settings", () => {
  it("are refused to a role that may only read", async () => {
    const auditor = tenant.sessionAs("auditor");
    await expect(
      write((tx) => renameWorkspace(tx, auditor, { version: 1, name: "x" }), auditor),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keep costs apart by channel, in minor units, and tell only what has changed", async () => {
    const given = {
      ...{ ...NO_RATES, marginRate: 0.375, costPerOrder: 3.2, retentionCostPerYear: 12 },
    };
    const contact = { ...NO_RATES.costPerContact, phone: 4.5, post: 0 };
    await write((tx) => setRates(tx, session, { version: 1, ...given, costPerContact: contact }));
    expect(await read()).toMatchObject({
      marginRate: 0.375,
      costPerOrderMinor: 320,
      ...{ costPerReturnMinor: null, retentionCostPerYearMinor: 1_200 },
      costPerContactMinor: { phone: 450, post: 0 },
    });
    await write((tx) => setRates(tx, session, { version: 2, ...given }));
    expect((await storedEvents(session)).at(-1)).toMatchObject({
      actorKind: "member",
      action: "workspace.rates_changed",
      before: { contact_phone_minor: 450, contact_post_minor: 0 },
      after: { contact_phone_minor: null, contact_post_minor: null },
    });
  });

  it("say nothing of a name in the audit log", async () => {
    await commands["renameWorkspace"]?.(1);
    expect(JSON.stringify(await storedEvents(session))).not.toContain("Test workspace");
  });

  it("let go of costs with the currency they were in", async () => {
    await write((tx) =>
      setRates(tx, session, {
        version: 1,
        ...NO_RATES,
        marginRate: 0.4,
        costPerOrder: 3,
        retentionCostPerYear: 9,
      }),
    );
    await commands["setCurrency"]?.(2);
    expect(await read()).toMatchObject({
      currency: "USD",
      marginRate: 0.4,
      ...{ costPerOrderMinor: null, retentionCostPerYearMinor: null },
    });
  });

  it("keep the currency once there are orders, or once they are on their way", async () => {
    const refused = { code: "conflict", message: expect.stringContaining("orders in EUR") };
    const text = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,10.00\n";
    await queue(session, { kind: "orders", text });
    await expect(commands["setCurrency"]?.("any")).rejects.toMatchObject(refused);
    const other = await makeTenant();
    await addOrders(other.session, [{ customer: "A", day: "2026-01-01", amountMinor: 100 }]);
    const change = write(
      (tx) => setCurrency(tx, other.session, { version: 1, currency: "USD" }),
      other.session,
    );
    await expect(change).rejects.toMatchObject(refused);
  });
});
