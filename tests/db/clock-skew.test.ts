import { generateSync } from "otplib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askPasswordReset, finishSignIn } from "#lib/accounts/index.ts";
import { createApiKey } from "#lib/api-keys/index.ts";
import { replaceSession } from "#lib/auth/replace-session.ts";
import { seal } from "#lib/auth/seal.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { newTotpSecret } from "#lib/auth/totp.ts";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, resolveApiKey, resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport, undoImport } from "#lib/imports/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { memberWithPassword } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { untilEnded, Workers } from "#tests/support/worker-process.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const SKEWS = [
  ["two days ahead", 2 * DAY_MS],
  ["two days behind", -2 * DAY_MS],
] as const;

/** Hours from the database's now to an instant in one of its tables. */
async function hoursUntil(sql: string, ...values: unknown[]): Promise<number> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<{ hours: number }>(
      `SELECT (extract(epoch FROM (${sql}) - now()) / 3600)::float AS hours`,
      values,
    );
    await client.query("COMMIT");
    return rows[0]?.hours ?? Number.NaN;
  });
}

describe.each(SKEWS)("a web process whose clock is %s", (_name, shiftMs) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + shiftMs });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("opens sessions of thirty days, makes links of an hour and of a week, and keys of ninety days", async () => {
    const member = await memberWithPassword();
    const sessionId = newId();
    const opened = {
      id: sessionId,
      accountId: member.accountId,
      version: 1,
      userAgent: "",
      callerAddress: "",
    };
    await replaceSession(null, opened);
    expect(await resolveSession(sessionId)).toHaveLength(1);
    const sessionHours = await hoursUntil(
      "SELECT expires_at FROM account_session WHERE id = $1",
      sessionId,
    );
    expect(sessionHours / 24).toBeCloseTo(30, 1);

    await withAccounts((tx) => askPasswordReset(tx, { email: member.email }));
    const token = "SELECT expires_at FROM account_token WHERE account_id = $1 AND purpose = $2";
    expect(await hoursUntil(token, member.accountId, "reset_password")).toBeCloseTo(1, 1);

    const made = await withTenant(member.session, "api_key:write", (tx) =>
      createApiKey(tx, member.session, {
        name: "till",
        scopes: ["imports:read"],
        expiresInDays: 90,
      }),
    );
    const found = await resolveApiKey(hashOfToken(made.key));
    expect(found?.workspace.id).toBe(member.workspace.id);
  });

  it("takes the code that an authenticator with the right time shows", async () => {
    const member = await memberWithPassword();
    const secret = newTotpSecret();
    await asOwner(async (client) => {
      await client.query(
        "UPDATE account SET totp_secret = $2, totp_confirmed_at = now() WHERE id = $1",
        [member.accountId, seal(secret, "totp_secret", member.accountId)],
      );
    });
    const credentials = await findCredentials(member.email);
    const pending = {
      accountId: member.accountId,
      email: member.email,
      sessionVersion: credentials?.sessionVersion ?? 0,
    };
    const code = generateSync({ secret, epoch: Math.floor((Date.now() - shiftMs) / 1000) });
    const caller = { address: "::1", devices: [] };
    const person = await withAccounts((tx) => finishSignIn(tx, { pending, caller }, { code }));
    expect(person.accountId).toBe(member.accountId);
  });
});

describe.each(SKEWS)("a worker whose clock is %s", (_name, shiftMs) => {
  const workers = new Workers();
  afterEach(() => workers.killAll());

  const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

  it("starts jobs at once, takes today's orders, refuses those of the day after tomorrow, and undoes all", async () => {
    const { session } = await makeTenant();
    const preload = "./tests/support/shift-clock.js";
    workers.start({ preload, environment: { CLOCK_SHIFT_MS: String(shiftMs) } });
    const customers = await queue(session, {
      kind: "customers",
      text: "customer_id,name\nC1,Ann\nC2,Bo\n",
    });
    await untilEnded(session, customers, 20_000);
    const text = `order_id,customer_id,date,amount\nA1,C1,${day(0)},1\nA2,C1,${day(2)},1\n`;
    const startedMs = performance.now();
    const id = await queue(session, { kind: "orders", text });
    const done = await untilEnded(session, id, 20_000);
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    expect(done.counts).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 1 });
    for (const importId of [id, customers]) {
      await withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId }));
      const undone = await untilEnded(session, importId, 20_000);
      expect(undone).toMatchObject({ status: "undone", undo: { kept: 0 } });
    }
    expect(await withTenant(session, "customer:read", (tx) => tx.customer.count())).toBe(0);
  }, 60_000);
});

describe.each(SKEWS)("the daily clean-up by a clock that is %s", (_name, shiftMs) => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps what can still be undone", async () => {
    const { session } = await makeTenant();
    const text = "order_id,customer_id,date,amount\nA1,C1,2025-03-01,1\nA2,C1,bad,1\n";
    const { id } = await importText(session, { kind: "orders", text });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + shiftMs });
    await runDailyCleanUp({});
    vi.useRealTimers();
    expect(await withTenant(session, "import:read", (tx) => tx.importRow.count())).toBe(2);
    await withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId: id }));
    await runImport({ tenantId: session.workspace.id, importId: id });
    expect((await viewImport(session, id)).status).toBe("undone");
  });
});
