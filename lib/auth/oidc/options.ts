import "server-only";
import type { NextAuthOptions, Profile } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { openSessionHere } from "../open-browser-session.ts";
import { SESSION_SECONDS } from "../session-cookie.ts";
import { personOfClaims } from "./claims.ts";
import { type Identified, identify } from "./identify.ts";
import type { OidcProblem } from "./problems.ts";
import type { OidcProvider } from "./provider.ts";

const PATIENCE_MS = 10_000;

/** The page that says in words why a sign-in at the provider came to nothing. */
export function problemPath(problem: OidcProblem): string {
  return `/sign-in?oidc=${problem}`;
}

/**
 * next-auth for one request. It speaks the protocol with the provider; who may enter and the session are ours: the token it
 * writes into the cookie holds the id of our session row and nothing else.
 */
export function oidcOptions(provider: OidcProvider): NextAuthOptions {
  let sessionId: string | null = null;
  return {
    secret: env().APP_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    providers: [configOf(provider)],
    logger: {
      error: (code) => log.warn({ code }, "sign-in at the provider"),
      warn: (code) => log.warn({ code }, "sign-in at the provider"),
      debug: () => undefined,
    },
    callbacks: {
      signIn: async ({ profile }) => {
        const identified = await admit(profile);
        if ("problem" in identified) return problemPath(identified.problem);
        sessionId = await openSessionHere(identified.account);
        return true;
      },
      jwt: () => {
        if (sessionId === null) throw new Error("A token was asked for without a session.");
        return { sid: sessionId };
      },
    },
  };
}

/** A defect is logged and called "failed": next-auth would show its message in the address. */
async function admit(profile: unknown): Promise<Identified> {
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
