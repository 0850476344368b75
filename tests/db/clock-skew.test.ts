import { generateSync } from "otplib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askPasswordReset, finishSignIn } from "#lib/accounts/index.ts";
import { createApiKey } from "#lib/api-keys/index.ts";
import { countUse } from "#lib/auth/rate-limit.ts";
import { replaceSession } from "#lib/auth/replace-session.ts";
import { seal } from "#lib/auth/seal.ts";
import { hashOfToken } from "#lib/auth/secret-token.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { newTotpSecret } from "#lib/auth/totp.ts";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { findCredentials, resolveApiKey, resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { runImport, undoImport } from "#lib/imports/index.ts";
import { askExport, failExport, recordExportTaken, runExport } from "#lib/protection/index.ts";
import { importText, queue, viewImport } from "#tests/support/imports.ts";
import { memberWithPassword, PASSWORD } from "#tests/support/member.ts";
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

/** An instant by the clock of the database, as ISO 8601 in UTC. */
function instantOf(sql: string): Promise<string> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ at: Date }>(`SELECT ${sql} AS at`);
    return rows[0]?.at.toISOString() ?? "";
  });
}

const CALLER = { address: "198.51.100.7", devices: [] };

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
      givenAt: await instantOf("now()"),
    };
    const code = generateSync({ secret, epoch: Math.floor((Date.now() - shiftMs) / 1000) });
    const caller = { address: "::1", devices: [] };
    const person = await withAccounts((tx) => finishSignIn(tx, { pending, caller }, { code }));
    expect(person.accountId).toBe(member.accountId);
  });

  it("takes a code for ten minutes after the password, and no longer", async () => {
    const member = await memberWithPassword();
    const { givenAt, sessionVersion } = await signIn(
      { email: member.email, password: PASSWORD },
      CALLER,
    );
    expect(Date.parse(givenAt) - Date.parse(await instantOf("now()"))).toBeLessThan(60_000);
    const { accountId, email } = member;
    const enter = (at: string) =>
      withAccounts((tx) =>
        finishSignIn(
          tx,
          { pending: { accountId, email, sessionVersion, givenAt: at }, caller: CALLER },
          { code: "000000" },
        ),
      );
    // In time, it is the code that is wrong.
    for (const at of [givenAt, await instantOf("now() - interval '9 minutes'")])
      await expect(enter(at)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(enter(await instantOf("now() - interval '11 minutes'"))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("counts tries with the others, and lets nobody wait longer than they do", async () => {
    const key = newId();
    for (let tries = 0; tries < 9; tries++) await countUse("sign_in_pair", key);
    vi.useRealTimers();
    expect(await countUse("sign_in_pair", key)).toMatchObject({ remaining: 0 });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + shiftMs });
    const refused = await countUse("sign_in_pair", key).catch((error: DomainError) => error);
    expect(refused).toMatchObject({ code: "too_many_requests" });
    const { retryAfterSeconds = 0 } = refused instanceof DomainError ? refused.detail : {};
    expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    await asOwner((client) =>
      client.query("UPDATE rate_limit SET expire = extract(epoch FROM now()) * 1000 - 1"),
    );
    expect(await countUse("sign_in_pair", key)).toMatchObject({ limit: 10, remaining: 9 });
  });

  it("gives an export its seven days, hands it out until then, and notes when one was given up", async () => {
    const { session, workspace } = await makeTenant();
    const asked = () =>
      withTenant(session, "protection:write", async (tx) => {
        const { id } = await askExport(tx, session);
        return { tenantId: workspace.id, exportId: id };
      });
    const ready = await asked();
    await runExport(ready);
    const take = () =>
      withTenant(session, "protection:write", (tx) =>
        recordExportTaken(tx, session, ready.exportId),
      );
    expect((await take()).byteCount).toBeGreaterThan(100);
    const given = await asked();
    await failExport(given);
    const [expiresAt, failedAt] = await withTenant(session, "protection:write", async (tx) => {
      const rows = await tx.workspaceExport.findMany({ orderBy: { id: "asc" } });
      return [rows[0]?.expiresAt, rows[1]?.finishedAt];
    });
    const nowMs = Date.parse(await instantOf("now()"));
    expect(((expiresAt?.getTime() ?? 0) - nowMs) / DAY_MS).toBeCloseTo(7, 2);
    expect(Math.abs((failedAt?.getTime() ?? 0) - nowMs)).toBeLessThan(60_000);
    await withTenant(session, "protection:write", (tx) =>
      tx.workspaceExport.updateMany({ data: { expiresAt: new Date(nowMs - 1_000) } }),
    );
    await expect(take()).rejects.toMatchObject({ code: "not_found" });
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
