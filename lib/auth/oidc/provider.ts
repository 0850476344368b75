import "server-only";
import { env } from "#lib/env.ts";

/** The OpenID provider of this installation. */
export type OidcProvider = { issuer: string; clientId: string; clientSecret: string; name: string };

/** The OpenID provider that people may sign in at, or null when none is configured. */
export function findOidcProvider(): OidcProvider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
  };
}
