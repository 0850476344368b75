import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { postPlainLetter } from "#lib/mail/index.ts";
import type { OffReason } from "../types.ts";

export type GivenUp = { endpointId: string; url: string; offReason: OffReason };

/** Write to the owners that an endpoint was given up, in the transaction that does it. */
export async function tellOwners(
  tx: TenantTx,
  { workspace }: Session,
  { endpointId, url, offReason }: GivenUp,
): Promise<void> {
  const owners = await tx.membership.findMany({
    where: { role: "owner", deactivatedAt: null },
    select: { accountId: true },
  });
  const accounts = await tx.account.findMany({
    where: { id: { in: owners.map(({ accountId }) => accountId) } },
    select: { name: true, email: true },
  });
  // Loaded when it is needed: the worker keeps its memory for imports.
  const { givenUpLetter } = await import("../letters.ts");
  const { href } = new URL(`/w/${workspace.slug}/settings/webhooks/${endpointId}`, env().APP_URL);
  const { host } = new URL(url);
  for (const { name, email } of accounts)
    await postPlainLetter(
      tx,
      email,
      givenUpLetter({ name, workspace: workspace.name, host, offReason, href }),
    );
}
