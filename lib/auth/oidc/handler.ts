import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "#lib/env.ts";
import { isSecure } from "../encrypted-cookie.ts";
import { ownPath } from "../own-path.ts";
import { oidcCookieName } from "./cookie-name.ts";
import { oidcOptions, problemPath } from "./options.ts";
import type { OidcProvider } from "./provider.ts";

const START = "/api/auth/signin/oidc";

/**
 * Send the browser to the provider, and from there back to `to`; `isAgain` has the provider ask who it is, though it may
 * know. The caller has checked where the form stands.
 */
export async function startAtProvider(
  provider: OidcProvider,
  { to, isAgain }: { to: string; isAgain: boolean },
): Promise<Response> {
  // next-auth asks for a token that an own page would have fetched before: the form was checked, so it gets one here.
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex");
  (await cookies()).set(oidcCookieName("csrf-token"), `${csrfToken}|${hash}`, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
  });
  const request = new NextRequest(
    new URL(isAgain ? `${START}?prompt=login` : START, env().APP_URL),
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, callbackUrl: ownPath(to, env().APP_URL) }).toString(),
    },
  );
  return ask(provider, request, "signin");
}

/** What the provider sent the browser back with: opens a session, or leads to words that say why not. */
export function finishAtProvider(provider: OidcProvider, request: NextRequest): Promise<Response> {
  return ask(provider, request, "callback");
}

async function ask(
  provider: OidcProvider,
  request: NextRequest,
  action: "signin" | "callback",
): Promise<Response> {
  const params = Promise.resolve({ nextauth: [action, "oidc"] });
  const response: Response = await NextAuth(oidcOptions(provider))(request, { params });
  return withOwnWords(response);
}

/** next-auth's own pages are not mounted: where it would lead there, ours say what happened. */
function withOwnWords(response: Response): Response {
  const target = new URL(response.headers.get("location") ?? "/api/auth/error", env().APP_URL);
  const isOwn = target.origin === new URL(env().APP_URL).origin;
  if (!isOwn || !target.pathname.startsWith("/api/auth/")) return response;
  const headers = new Headers(response.headers);
  const isAway = target.searchParams.get("error") === "OAuthSignin";
  headers.set("location", new URL(problemPath(isAway ? "away" : "failed"), env().APP_URL).href);
  return new Response(null, { status: 302, headers });
}
