import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SetFetch } from "../schema.ts";
import { sealSignIn } from "./keep-sign-in.ts";

/**
 * The sealed sign-in of an address: the one that was typed, or else the stored one, which stays with the host it was
 * given for. null to go there without.
 *
 * @throws DomainError `invalid_input` when there is none to go with
 */
export async function chooseSignIn(
  tx: TenantTx,
  { sourceId, url, signIn, userName, secret }: SetFetch,
): Promise<string | null> {
  if (signIn === "none") return null;
  if (secret !== "") return sealSignIn(signIn, { userName, secret }, sourceId);
  const stored = await tx.sourceFetch.findFirst({
    where: { sourceId },
    select: { url: true, signIn: true, secret: true },
  });
  if (stored?.secret && stored.signIn === signIn && isSameHost(stored.url, url))
    return stored.secret;
  const message = stored?.secret
    ? "Another address needs its secret typed again: the stored one goes to its own host only."
    : "Give the secret to sign in with.";
  throw new DomainError("invalid_input", message, { fields: { secret: [message] } });
}

function isSameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}
