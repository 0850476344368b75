import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { reviewClaim, tellStaleClaims } from "#lib/personae/index.ts";
import { mailsTo } from "#tests/support/mails.ts";
import { readEvents } from "#tests/support/people.ts";
import { addClaimTo, addPersona } from "#tests/support/personae.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <cx@throughline.example>";

let tenant: TestTenant;
let owner: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
});

const NOW = new Date("2026-11-22T08:00:00Z");
const tell = (now = NOW) =>
  withTenant(owner, "persona:write", (tx) => tellStaleClaims(tx, owner, now));
const manager = () => {
  const { actor } = tenant.sessionAs("cx_manager");
  if (actor.kind !== "member") throw new Error("A role is held by a member.");
  return actor;
};

it("writes once to whoever answers for the persona, and leaves fresh claims out", async () => {
  const { membershipId, email } = manager();
  const { id } = await addPersona(owner, { responsibleId: membershipId });
  await addClaimTo(owner, id, { statement: "Decides alone", expiresOn: "2026-11-22" });
  await addClaimTo(owner, id, { statement: "Calls at once", expiresOn: "2026-11-23" });
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(0);
  const mails = await mailsTo(email);
  expect(mails).toMatchObject([{ subject: "Stale claims of Marta" }]);
  expect(mails[0]?.text).toContain("Decides alone");
  expect(mails[0]?.text).not.toContain("Calls at once");
  expect(mails[0]?.text).toContain(`/personae/${id}`);
  const events = (await readEvents(owner, id)).filter(({ action }) => action.endsWith("alerted"));
  expect(events).toMatchObject([{ after: { claims: 1 } }]);
});

it("writes to the owners where nobody answers for it, and again once a renewed claim is stale again", async () => {
  const { id } = await addPersona(owner);
  const claimId = await addClaimTo(owner, id, { expiresOn: "2026-11-01" });
  expect(await tell()).toBe(1);
  await withTenant(owner, "persona:write", (tx) =>
    reviewClaim(tx, owner, { claimId, version: 1, expiresOn: "2026-12-01" }, NOW),
  );
  expect(await tell()).toBe(0);
  expect(await tell(new Date("2026-12-02T08:00:00Z"))).toBe(1);
  const email = owner.actor.kind === "member" ? owner.actor.email : "";
  expect(await mailsTo(email)).toHaveLength(2);
});

it("tells nothing of another workspace's claims", async () => {
  const other = (await makeTenant()).session;
  const { id } = await addPersona(other);
  await addClaimTo(other, id, { expiresOn: "2026-01-01" });
  expect(await tell()).toBe(0);
});
