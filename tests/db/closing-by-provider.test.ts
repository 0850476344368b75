import { expect, it } from "vitest";
import { proofOf } from "#lib/auth/confirm-person.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { closeWorkspace, takeBackWorkspace } from "#lib/protection/index.ts";
import { makeFilled, ownerOf } from "#tests/support/filled-workspace.ts";
import { openSessionOf } from "#tests/support/member.ts";
import { asOwner } from "#tests/support/owner.ts";
import { personOf } from "#tests/support/person-of.ts";
import type { TestTenant } from "#tests/support/tenant.ts";

// The environment is read at its first use.
process.env["OIDC_ISSUER"] = "https://login.example";
process.env["OIDC_CLIENT_ID"] = "throughline";
process.env["OIDC_CLIENT_SECRET"] = "a secret between the two";

/** An owner who comes by the provider alone, signed in so many minutes ago. */
async function makeOwner(minutesAgo: number) {
  const tenant = await makeFilled();
  const { accountId, email } = ownerOf(tenant);
  const sessionId = await openSessionOf({ email });
  await asOwner(async (client) => {
    await client.query("UPDATE account SET password_hash = NULL WHERE id = $1", [accountId]);
    await client.query("SET ROLE app_definer");
    await client.query(
      "UPDATE account_session SET created_at = now() - make_interval(mins => $2) WHERE id = $1",
      [sessionId, minutesAgo],
    );
  });
  return { tenant, person: { ...personOf(tenant), sessionId } };
}

type Owner = Awaited<ReturnType<typeof makeOwner>>;

const close = ({ tenant, person }: { tenant: TestTenant } & Pick<Owner, "person">) => {
  const session = { ...tenant.session, person };
  return withTenant(session, "protection:write", (tx) =>
    closeWorkspace(tx, session, {
      workspaceName: tenant.workspace.name,
      presentPassword: "",
    }),
  );
};

it("lets an owner without a password close and take back in the ten minutes after a sign-in at the provider", async () => {
  const owner = await makeOwner(9);
  expect(await proofOf(owner.person)).toBe("recent_sign_in");
  await close(owner);
  const input = { tenantId: owner.tenant.workspace.id, presentPassword: "" };
  expect(await takeBackWorkspace(owner.person, input)).toEqual({
    slug: owner.tenant.workspace.slug,
  });
});

it("asks for a new sign-in after that, and does not count another person's", async () => {
  const [owner, other] = [await makeOwner(11), await makeOwner(1)];
  expect(await proofOf(owner.person)).toBe("sign_in_again");
  await expect(close(owner)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("ten minutes"),
  });
  const borrowed = { ...owner.person, sessionId: other.person.sessionId };
  await expect(close({ ...owner, person: borrowed })).rejects.toMatchObject({ code: "conflict" });
});

it("asks everybody who has a password for it, however lately they signed in", async () => {
  const tenant = await makeFilled();
  const person = { ...personOf(tenant), sessionId: await openSessionOf(ownerOf(tenant)) };
  expect(await proofOf(person)).toBe("password");
  await expect(close({ tenant, person })).rejects.toMatchObject({
    code: "invalid_input",
    detail: { fields: { presentPassword: ["Give your present password."] } },
  });
});
