import { createApiKey } from "#lib/api-keys/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { getCalendar, setCalendar } from "#lib/calendars/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { createEndpoint, createHook, switchEndpoint } from "#lib/webhooks/index.ts";
import { setRates, setRetention } from "#lib/workspaces/index.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_MEMBERS, DEMO_OWNER } from "./people.ts";

const OFFICE = [
  { from: "09:00", to: "12:30" },
  { from: "13:30", to: "17:30" },
];

const HOURS = {
  weekdays: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  exceptions: [
    { on: "2026-12-24", name: "Christmas Eve", intervals: [{ from: "09:00", to: "12:00" }] },
    { on: "2026-12-25", name: "Christmas Day", intervals: [] },
  ],
};

const COSTS = {
  marginRate: 0.42,
  costPerOrder: 58,
  retentionCostPerYear: null,
  costPerReturn: 6.4,
  costPerContact: {
    ...{ phone: 4.5, email: 2.8, chat: 2.1 },
    ...{ post: null, face_to_face: null, social: null },
  },
};

/** The demo's opening hours, some costs and a key, set by its members, unless it has opening hours. */
export async function seedSettings(): Promise<void> {
  const owner = await memberSession(DEMO_OWNER.email);
  const manager = await memberSession(DEMO_MEMBERS[0]?.email ?? "");
  await withTenant(manager, "workspace:write", async (tx) => {
    const { versions } = await getCalendar(tx, manager);
    if (versions.length > 0) return;
    const from = { version: "any", validFromOn: "2026-01-01", now: new Date() } as const;
    await setCalendar(tx, manager, { ...from, hours: HOURS });
    await setRates(tx, manager, { version: "any", ...COSTS });
    await setRetention(tx, owner, { version: "any", auditDays: 1095, rejectDays: 30 });
    await createApiKey(tx, owner, {
      name: "Shop export",
      scopes: ["orders:read", "imports:write"],
      expiresInDays: 365,
    });
    await seedWebhooks(tx, owner);
  });
}

/** One of each kind; the one that would send is off, since nobody listens at its address. */
async function seedWebhooks(tx: TenantTx, owner: Session): Promise<void> {
  const { id: endpointId } = await createEndpoint(tx, owner, {
    url: "https://hooks.example.com/throughline",
    events: ["import.finished", "complaints.written"],
  });
  await switchEndpoint(tx, owner, { endpointId, to: "off" });
  await createHook(tx, owner, {
    ...({ name: "Formbricks", kind: "signals", format: "formbricks" } as const),
    ...{ scoredQuestions: {}, secret: null },
  });
}
