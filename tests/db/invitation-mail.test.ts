import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getPeople, InviteMembers, inviteMembers, renewInvitation } from "#lib/members/index.ts";
import { asOwner } from "#tests/support/owner.ts";
import { writeTestLetter as write } from "#tests/support/people.ts";
import { makeTenant } from "#tests/support/tenant.ts";

// Nobody answers there: only what stands in the outbox counts.
process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <cx@throughline.example>";

let owner: Session;
beforeEach(async () => {
  owner = (await makeTenant()).session;
});

const newAddress = () => `new-${randomUUID()}@example.com`;
const invite = (emails: string, who = owner) =>
  withTenant(who, "member:write", (tx) => {
    const input = InviteMembers.parse({ emails, role: "frontline", departmentIds: "" });
    return inviteMembers(tx, who, input, { write });
  });
const outcomes = async (emails: string, who = owner) =>
  (await invite(emails, who)).map(({ mail }) => mail);

const asDefiner = <T extends object>(statement: string, values: unknown[]) =>
  asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<T>(statement, values);
    await client.query("COMMIT");
    return rows;
  });
const verify = ({ actor }: Session) =>
  asDefiner("UPDATE account SET email_verified_at = now() WHERE id = $1", [
    actor.kind === "member" ? actor.accountId : null,
  ]);
const mailsTo = async (email: string) =>
  (await asDefiner("SELECT 1 FROM outbox_mail WHERE to_address = $1", [email])).length;

describe("the mail of an invitation", () => {
  it("does not go out for somebody whose own address nobody has verified; the link is there", async () => {
    const email = newAddress();
    const [link] = await invite(email);
    expect(link).toMatchObject({
      mail: "unverified",
      url: expect.stringContaining("/invitation/"),
    });
    expect(await mailsTo(email)).toBe(0);
    await verify(owner);
    expect(await outcomes(email)).toEqual(["sent"]);
    expect(await mailsTo(email)).toBe(1);
  });

  it("goes to one address three times a day, renewed or anew and from whatever workspace", async () => {
    const other = (await makeTenant()).session;
    await verify(owner);
    await verify(other);
    const email = newAddress();
    expect(await outcomes(email)).toEqual(["sent"]);
    expect(await outcomes(email, other)).toEqual(["sent"]);
    const { invitations } = await withTenant(owner, "member:read", (tx) =>
      getPeople(tx, new Date()),
    );
    const invitationId = invitations[0]?.id ?? "";
    const renew = () =>
      withTenant(owner, "member:write", (tx) =>
        renewInvitation(tx, owner, { invitationId }, { write }),
      );
    expect(await renew()).toMatchObject({ mail: "sent" });
    expect(await renew()).toMatchObject({ mail: "too_many", url: expect.any(String) });
    expect(await outcomes(email, other)).toEqual(["too_many"]);
    expect(await mailsTo(email)).toBe(3);
  });

  it("goes out a hundred times a day from one workspace", async () => {
    await verify(owner);
    const fifty = () => Array.from({ length: 50 }, newAddress).join("\n");
    const sent = [...(await outcomes(fifty())), ...(await outcomes(fifty()))];
    expect(sent.every((mail) => mail === "sent")).toBe(true);
    expect(await outcomes(`${newAddress()}, ${newAddress()}`)).toEqual(["too_many", "too_many"]);
  });
});
