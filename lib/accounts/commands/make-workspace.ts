import "server-only";
import { type AccountTx, createWorkspace } from "#lib/db/accounts.ts";
import { newId } from "#lib/db/new-ids.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { MakeWorkspace } from "../schema.ts";
import { slugCandidates, slugOf } from "../slug.ts";

/**
 * Make a workspace and its first owner; the database writes the event. Returns the slug: from the name, with a number
 * when it is taken.
 *
 * @throws DomainError `forbidden` where the operator closed the sign-up, `conflict` when a hundred slugs are taken
 */
export async function makeWorkspace(
  tx: AccountTx,
  owner: { accountId: string },
  input: MakeWorkspace,
): Promise<{ slug: string }> {
  refuseWhenClosed();
  const { workspaceName, currency, timeZone, locale } = input;
  const made = { name: workspaceName, currency, timeZone, locale, ownerAccountId: owner.accountId };
  for (const slug of slugCandidates(slugOf(workspaceName))) {
    const ids = { id: newId(), membershipId: newId() };
    if (await createWorkspace(tx, { ...made, ...ids, slug })) return { slug };
  }
  throw new DomainError("conflict", "Too many workspaces have this name. Choose another.", {
    fields: { workspaceName: ["Too many workspaces have this name. Choose another."] },
  });
}

function refuseWhenClosed(): void {
  if (env().SIGN_UP === "open") return;
  throw new DomainError("forbidden", "Sign-up is closed here. Ask the operator for a workspace.");
}
