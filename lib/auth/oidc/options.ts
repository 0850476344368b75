import "server-only";
import { cookies } from "next/headers";
import type { NextAuthOptions, Profile } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { openBrowserSession } from "../open-browser-session.ts";
import { ownPath } from "../own-path.ts";
import { personOfClaims } from "./claims.ts";
import { oidcCookieName } from "./cookie-name.ts";
import { type Identified, identify } from "./identify.ts";
import type { OidcProblem } from "./problems.ts";
import type { OidcProvider } from "./provider.ts";

const PATIENCE_MS = 10_000;

/** The page that says in words why a sign-in at the provider came to nothing. */
export function problemPath(problem: OidcProblem): string {
  return `/sign-in?oidc=${problem}`;
}

/** next-auth for one request: it speaks the protocol with the provider. Who may enter, and the session, are ours. */
export function oidcOptions(provider: OidcProvider): NextAuthOptions {
  return {
    secret: env().APP_SECRET,
    session: { strategy: "jwt" },
    providers: [configOf(provider)],
    logger: {
      error: (code) => log.warn({ code }, "sign-in at the provider"),
      warn: (code) => log.warn({ code }, "sign-in at the provider"),
      debug: () => undefined,
    },
    callbacks: { signIn: ({ profile }) => admit(profile) },
  };
}

/**
 * Where to go after the provider vouched for somebody: on with an open session, or to the words why not. Being an address, it
 * ends next-auth's part: it writes no cookie of a session of its own.
 */
async function admit(profile: unknown): Promise<string> {
  const identified = await identifyOrFail(profile);
  if ("problem" in identified) return problemPath(identified.problem);
  await openBrowserSession(identified.account);
  const wanted = (await cookies()).get(oidcCookieName("callback-url"))?.value;
  return ownPath(wanted, env().APP_URL);
}

/** A defect is logged and called "failed": next-auth would show its message in the address. */
async function identifyOrFail(profile: unknown): Promise<Identified> {
  try {
    const isSignUpOpen = env().SIGN_UP === "open";
    return await identify(personOfClaims(profile), { isSignUpOpen });
  } catch (error) {
    log.error({ err: error }, "sign-in at the provider");
    return { problem: "failed" };
  }
}

type Claims = Readonly<Record<string, unknown>>;

function configOf(provider: OidcProvider): OAuthConfig<Claims> {
  return {
    id: "oidc",
    name: provider.name,
    type: "oauth",
    wellKnown: `${provider.issuer}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    authorization: { params: { scope: "openid email profile" } },
    userinfo: { request: ({ tokens, client }) => readClaims(tokens, client) },
    httpOptions: { timeout: PATIENCE_MS },
    profile: (claims) => ({ id: String(claims["sub"]) }),
  };
}

type Asked = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];

/**
 * The ID token says who: next-auth has checked its signature, audience and nonce. Some providers keep the address for the
 * userinfo endpoint, which must speak of the same subject.
 */
async function readClaims(tokens: Asked["tokens"], client: Asked["client"]): Promise<Profile> {
  const claims = payloadOf(tokens.id_token ?? "");
  const isComplete = "email" in claims && "email_verified" in claims;
  if (isComplete || client.issuer.metadata.userinfo_endpoint === undefined) return claims;
  const more = await client.userinfo(tokens.access_token ?? "");
  if (more.sub !== claims.sub) throw new Error("The userinfo endpoint speaks of somebody else.");
  return { ...more, ...claims };
}

const Payload = z.looseObject({ sub: z.string() });

function payloadOf(idToken: string): z.infer<typeof Payload> {
  const part = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8");
  return Payload.parse(JSON.parse(part));
}
