import { describe, expect, it } from "vitest";
import { endOtherSessions, endSession, getSecurity, signOut } from "#lib/accounts/index.ts";
import { replaceSession } from "#lib/auth/replace-session.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { resolveSession } from "#lib/db/directory.ts";
import { newId } from "#lib/db/new-ids.ts";
import { auditActions } from "#tests/support/audit.ts";
import { memberWithPassword, openSessionOf, signedInAs } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";

const code = (wanted: string) => expect.objectContaining({ code: wanted });

/** The transactions that wrote a session and the events of a workspace. */
function writersOf(sessionId: string, tenantId: string): Promise<unknown[]> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query(
      `SELECT xmin::text FROM account_session WHERE id = $1
       UNION SELECT xmin::text FROM audit_event WHERE tenant_id = $2`,
      [sessionId, tenantId],
    );
    await client.query("ROLLBACK");
    return rows;
  });
}

describe("a session", () => {
  const newSession = (accountId: string) => ({
    ...{ id: newId(), accountId, version: 1, userAgent: "", callerAddress: "" },
    expiresAt: new Date(Date.now() + 60_000),
  });

  it("begins with its event in one transaction, and ends the one before", async () => {
    const member = await memberWithPassword();
    const before = await openSessionOf(member);
    const session = newSession(member.accountId);
    await replaceSession(before, session);
    expect(await resolveSession(before)).toEqual([]);
    expect(await resolveSession(session.id)).toHaveLength(1);
    expect(await auditActions(member.workspace.id)).toEqual(["account.signed_in"]);
    expect(await writersOf(session.id, member.workspace.id)).toHaveLength(1);
  });

  it("ends by signing out, and the log tells it once", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    const other = await openSessionOf(member);
    await withAccounts((tx) => signOut(tx, person));
    await withAccounts((tx) => signOut(tx, person));
    expect(await resolveSession(person.sessionId)).toEqual([]);
    expect(await resolveSession(other)).toHaveLength(1);
    expect(await auditActions(member.workspace.id)).toEqual(["account.signed_out"]);
  });

  it("of somebody else does not end", async () => {
    const [mine, theirs] = [await memberWithPassword(), await memberWithPassword()];
    const person = await signedInAs(mine);
    const sessionId = await openSessionOf(theirs);
    await withAccounts((tx) => signOut(tx, { ...person, sessionId }));
    expect(await resolveSession(sessionId)).toHaveLength(1);
  });
});

describe("sessions of one's own", () => {
  it("are listed in words, the present one marked, and end one by one", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    const other = await openSessionOf(member);
    const { sessions } = await withAccounts((tx) => getSecurity(tx, person));
    expect(sessions).toHaveLength(2);
    const marks = new Map(sessions.map(({ id, isThisOne }) => [id, isThisOne]));
    expect([marks.get(person.sessionId), marks.get(other)]).toEqual([true, false]);
    expect(sessions[0]).toMatchObject({ browser: "Firefox", system: "Linux" });
    await withAccounts((tx) => endSession(tx, person, { sessionId: other }));
    expect(await resolveSession(other)).toEqual([]);
    expect(await resolveSession(person.sessionId)).toHaveLength(1);
    expect(await auditActions(member.workspace.id)).toEqual(["account.sessions_ended"]);
  });

  it("cannot be ended by somebody else", async () => {
    const [mine, theirs] = [await memberWithPassword(), await memberWithPassword()];
    const person = await signedInAs(mine);
    const sessionId = await openSessionOf(theirs);
    const end = withAccounts((tx) => endSession(tx, person, { sessionId }));
    await expect(end).rejects.toEqual(code("not_found"));
    expect(await resolveSession(sessionId)).toHaveLength(1);
    const { sessions } = await withAccounts((tx) => getSecurity(tx, person));
    expect(sessions.map(({ id }) => id)).toEqual([person.sessionId]);
  });

  it("all end but the present one", async () => {
    const member = await memberWithPassword();
    const person = await signedInAs(member);
    const others = [await openSessionOf(member), await openSessionOf(member)];
    expect(await withAccounts((tx) => endOtherSessions(tx, person))).toEqual({ ended: 2 });
    for (const id of others) expect(await resolveSession(id)).toEqual([]);
    expect(await resolveSession(person.sessionId)).toHaveLength(1);
  });
});
