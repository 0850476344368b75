import { hashPassword } from "#lib/auth/password.ts";
import { fillTables } from "./fill-tables.ts";
import { withSuperuser } from "./superuser.ts";
import { makeTenant, type TestTenant } from "./tenant.ts";

export const FILLED_PASSWORD = "a password for tests";

/** The member who owns a test's workspace. */
export function ownerOf({ session }: TestTenant) {
  if (session.actor.kind !== "member") throw new Error("The test's owner is a member.");
  return session.actor;
}

/** A workspace whose owner has a password, with rows in every table. */
export async function makeFilled(): Promise<TestTenant> {
  const tenant = await makeTenant();
  await withSuperuser(async (client) => {
    await client.query(
      "UPDATE account SET password_hash = $2, email_verified_at = now() WHERE id = $1",
      [ownerOf(tenant).accountId, await hashPassword(FILLED_PASSWORD)],
    );
    await fillTables(client, tenant.workspace.id);
    await client.query(
      "UPDATE import SET status = 'succeeded', finished_at = now() WHERE tenant_id = $1",
      [tenant.workspace.id],
    );
    await client.query("UPDATE workspace_export SET status = 'failed' WHERE tenant_id = $1", [
      tenant.workspace.id,
    ]);
  });
  return tenant;
}
