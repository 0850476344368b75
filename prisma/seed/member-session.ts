import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DEMO_WORKSPACE } from "./people.ts";

/** A member of the demo as the actor of commands; what a person may do is not the seed's question. */
export async function memberSession(email: string): Promise<Session> {
  const system = await systemSession(DEMO_WORKSPACE.slug, "operator");
  return withTenant(system, "member:read", async (tx) => {
    const account = await tx.account.findFirstOrThrow({
      where: { email },
      select: { id: true, name: true },
    });
    const { id } = await tx.membership.findFirstOrThrow({
      where: { accountId: account.id },
      select: { id: true },
    });
    const actor = {
      ...({ kind: "member", role: "owner", email, name: account.name } as const),
      ...{ accountId: account.id, membershipId: id, departmentIds: [] },
    };
    return { ...system, actor };
  });
}
