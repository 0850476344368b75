import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import {
  cancelTwoStep,
  confirmTwoStep,
  finishSignIn,
  getSecurity,
  renewRecoveryCodes,
  startTwoStep,
  turnOffTwoStep,
} from "#lib/accounts/index.ts";
import { ConfirmByBoth } from "#lib/accounts/schema.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { PendingSignIn } from "#lib/auth/pending-sign-in.ts";
import { forgetUses } from "#lib/auth/rate-limit.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { auditActions } from "#tests/support/audit.ts";
import { memberWithPassword, openSessionOf, PASSWORD, signedInAs } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";

const STEP_MS = 30_000;
const START = new Date("2026-11-22T09:00:00Z");
const caller: Caller = { address: "192.0.2.77", devices: [] };

/** The moment `steps` steps after the start: each code is good once, so a test goes forward. */
const later = (steps: number) => new Date(START.getTime() + steps * STEP_MS);
const codeAt = (secret: string, now: Date) =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });

async function start(person: SignedIn): Promise<string> {
  await withAccounts((tx) => startTwoStep(tx, person));
  const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
  if (twoStep.kind !== "waiting") throw new Error(`The second step is ${twoStep.kind}.`);
  return twoStep.secret;
}

async function withTwoStep() {
  const member = await memberWithPassword();
  const person = await signedInAs(member);
  const secret = await start(person);
  const given = { code: codeAt(secret, START), now: START };
  const { recoveryCodes } = await withAccounts((tx) => confirmTwoStep(tx, person, given));
  const { accountId, email } = member;
  const givenAt = new Date().toISOString();
  const pending: PendingSignIn = { accountId, email, sessionVersion: 1, givenAt };
  const both = (now: Date) => ({ presentPassword: PASSWORD, code: codeAt(secret, now), now });
  return { member, person, secret, recoveryCodes, pending, both };
}

const enter = (pending: PendingSignIn | null, code: string, now: Date, from = caller) =>
  withAccounts((tx) => finishSignIn(tx, { pending, caller: from, now }, { code }));
const recover = (pending: PendingSignIn, recoveryCode: string) =>
  withAccounts((tx) => finishSignIn(tx, { pending, caller }, { recoveryCode }));

describe("setting up the second step", () => {
  it("counts from its first code on, keeps the secret sealed, and gives ten recovery codes", async () => {
    const { member, person, secret, recoveryCodes } = await withTwoStep();
    expect(new Set(recoveryCodes).size).toBe(10);
    const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
    expect(twoStep).toEqual({ kind: "on", recoveryCodesLeft: 10 });
    const { rows } = await asOwner((client) =>
      client.query<{ totp_secret: string }>("SELECT totp_secret FROM account WHERE id = $1", [
        member.accountId,
      ]),
    );
    expect(rows[0]?.totp_secret).toBeTruthy();
    expect(rows[0]?.totp_secret).not.toContain(secret);
    const { needsCode } = await signIn({ email: member.email, password: PASSWORD }, caller);
    expect(needsCode).toBe(true);
    expect(await auditActions(member.workspace.id)).toEqual(["account.totp_on"]);
  });

  it("ends every other session, which began without a code", async () => {
    const member = await memberWithPassword();
    const other = await openSessionOf(member);
    const person = await signedInAs(member);
    const given = { code: codeAt(await start(person), START), now: START };
    await withAccounts((tx) => confirmTwoStep(tx, person, given));
    expect(await resolveSession(other)).toEqual([]);
    expect(await resolveSession(person.sessionId)).toHaveLength(1);
    expect((await auditActions(member.workspace.id)).sort()).toEqual([
      "account.sessions_ended",
      "account.totp_on",
    ]);
  });

  it("does not count after a wrong code, and can be given up", async () => {
    const person = await signedInAs(await memberWithPassword());
    const secret = await start(person);
    const wrong = { code: codeAt(secret, later(10)), now: START };
    await expect(withAccounts((tx) => confirmTwoStep(tx, person, wrong))).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { code: [expect.any(String)] } },
    });
    await withAccounts((tx) => cancelTwoStep(tx, person));
    const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
    expect(twoStep).toEqual({ kind: "off" });
    const none = { code: "123456", now: START };
    await expect(withAccounts((tx) => confirmTwoStep(tx, person, none))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is neither started again nor given up once it counts", async () => {
    const { person, pending, secret } = await withTwoStep();
    await withAccounts((tx) => startTwoStep(tx, person));
    await withAccounts((tx) => cancelTwoStep(tx, person));
    const now = later(2);
    expect(await enter(pending, codeAt(secret, now), now)).toMatchObject({
      accountId: person.accountId,
    });
  });
});

describe("the second step of a sign-in", () => {
  it("takes each code once, and none from before", async () => {
    const { pending, secret } = await withTwoStep();
    const now = later(3);
    await enter(pending, codeAt(secret, now), now);
    for (const old of [now, later(2)])
      await expect(enter(pending, codeAt(secret, old), now)).rejects.toMatchObject({
        code: "invalid_input",
      });
    const next = later(4);
    await enter(pending, codeAt(secret, next), next);
  });

  it("is over without the first, ten minutes after it, after a password change, and for another account", async () => {
    const { pending, secret } = await withTwoStep();
    const now = later(3);
    const other = await memberWithPassword();
    for (const broken of [
      null,
      { ...pending, sessionVersion: 2 },
      { ...pending, email: other.email },
      { ...pending, accountId: other.accountId },
      { ...pending, givenAt: new Date(Date.now() - 10 * 60_000).toISOString() },
    ])
      await expect(enter(broken, codeAt(secret, now), now)).rejects.toMatchObject({
        code: "unauthenticated",
      });
  });

  it("slows after ten wrong codes for everybody but a known browser", async () => {
    const { member, pending, secret } = await withTwoStep();
    const now = later(3);
    const wrong = codeAt(secret, later(50));
    for (let tries = 0; tries < 10; tries++)
      await expect(enter(pending, wrong, now)).rejects.toMatchObject({ code: "invalid_input" });
    const right = codeAt(secret, now);
    for (const address of [caller.address, "192.0.2.78"])
      await expect(enter(pending, right, now, { address, devices: [] })).rejects.toMatchObject({
        code: "too_many_requests",
      });
    await expect(recover(pending, "xxxx-xxxx-xxxx-xxxx")).rejects.toMatchObject({
      code: "too_many_requests",
    });
    const devices = [{ accountId: member.accountId, deviceId: newId() }];
    await enter(pending, right, now, { address: "192.0.2.79", devices });
  });

  it("takes fifty wrong codes a day, however slowly they come", async () => {
    const { member, pending, secret } = await withTwoStep();
    const now = later(3);
    const wrong = codeAt(secret, later(50));
    for (let tries = 0; tries < 50; tries++) {
      if (tries % 10 === 0) await forgetUses("code_account", member.accountId);
      await expect(enter(pending, wrong, now)).rejects.toMatchObject({ code: "invalid_input" });
    }
    await forgetUses("code_account", member.accountId);
    await expect(enter(pending, codeAt(secret, now), now)).rejects.toMatchObject({
      code: "too_many_requests",
      message: expect.stringMatching(/Wait \d+ hours/),
    });
    const devices = [{ accountId: member.accountId, deviceId: newId() }];
    await enter(pending, codeAt(secret, now), now, { ...caller, devices });
  });

  it("takes a recovery code once, however it is typed, and the log tells it", async () => {
    const { member, person, pending, recoveryCodes } = await withTwoStep();
    const [first = ""] = recoveryCodes;
    await recover(pending, first.toUpperCase().replaceAll("-", " "));
    await expect(recover(pending, first)).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { recoveryCode: [expect.any(String)] } },
    });
    const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
    expect(twoStep).toEqual({ kind: "on", recoveryCodesLeft: 9 });
    expect(await auditActions(member.workspace.id)).toContain("account.recovery_code_used");
  });

  it("takes no recovery code of somebody else", async () => {
    const [mine, theirs] = [await withTwoStep(), await withTwoStep()];
    const [code = ""] = theirs.recoveryCodes;
    await expect(recover(mine.pending, code)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("what weakens the second step", () => {
  it("asks for the password and for a code", async () => {
    const { person, both } = await withTwoStep();
    const now = later(3);
    for (const given of [
      { ...both(now), presentPassword: "wrong" },
      { ...both(now), code: both(later(60)).code },
    ]) {
      const off = withAccounts((tx) => turnOffTwoStep(tx, person, given));
      await expect(off).rejects.toMatchObject({ code: "invalid_input" });
      const renewed = withAccounts((tx) => renewRecoveryCodes(tx, person, given));
      await expect(renewed).rejects.toMatchObject({ code: "invalid_input" });
    }
    const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
    expect(twoStep).toEqual({ kind: "on", recoveryCodesLeft: 10 });
  });

  it("makes new recovery codes, and the former ones are worth nothing", async () => {
    const { member, person, pending, recoveryCodes, both } = await withTwoStep();
    const renewed = await withAccounts((tx) => renewRecoveryCodes(tx, person, both(later(3))));
    await expect(recover(pending, recoveryCodes[1] ?? "")).rejects.toMatchObject({
      code: "invalid_input",
    });
    await recover(pending, renewed.recoveryCodes[1] ?? "");
    expect(await auditActions(member.workspace.id)).toContain("account.recovery_codes_replaced");
  });

  it("takes a recovery code where the phone is lost, each once", async () => {
    const { person, recoveryCodes } = await withTwoStep();
    const given = (code: string) => ConfirmByBoth.parse({ presentPassword: PASSWORD, code });
    const [first = "", second = ""] = recoveryCodes;
    const { recoveryCodes: renewed } = await withAccounts((tx) =>
      renewRecoveryCodes(tx, person, given(` ${first.toUpperCase()}`)),
    );
    for (const used of [first, second]) {
      const off = withAccounts((tx) => turnOffTwoStep(tx, person, given(used)));
      await expect(off).rejects.toMatchObject({
        code: "invalid_input",
        detail: { fields: { code: [expect.any(String)] } },
      });
    }
    await withAccounts((tx) => turnOffTwoStep(tx, person, given(renewed[0] ?? "")));
    const { twoStep } = await withAccounts((tx) => getSecurity(tx, person));
    expect(twoStep).toEqual({ kind: "off" });
  });

  it("is refused to somebody without a password, who is told to choose one", async () => {
    const { member, person, both } = await withTwoStep();
    await asOwner((client) =>
      client.query("UPDATE account SET password_hash = NULL WHERE id = $1", [member.accountId]),
    );
    for (const weaken of [turnOffTwoStep, renewRecoveryCodes]) {
      const done = withAccounts<unknown>((tx) => weaken(tx, person, both(later(3))));
      await expect(done).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("password"),
      });
    }
  });

  it("turns it off, and there is nothing left to turn off", async () => {
    const { member, person, both } = await withTwoStep();
    await withAccounts((tx) => turnOffTwoStep(tx, person, both(later(3))));
    const { needsCode } = await signIn({ email: member.email, password: PASSWORD }, caller);
    expect(needsCode).toBe(false);
    expect(await auditActions(member.workspace.id)).toContain("account.totp_off");
    const again = withAccounts((tx) => turnOffTwoStep(tx, person, both(later(5))));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});
