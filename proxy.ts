import { type NextRequest, NextResponse } from "next/server";
import { oidcOrigin } from "#lib/env.ts";

// biome-ignore lint/style/noProcessEnv: Next puts the value in at build time; React needs eval while developing
const isDevelopment = process.env.NODE_ENV === "development";

// Sonner adds one style element without a nonce: first empty, then with its one sheet. Held by tests/unit/proxy.test.ts.
const SONNER_STYLES =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

/** Gives every page a content security policy with a nonce of its own. Other headers stand in next.config.js. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", crypto.randomUUID());
  headers.set("x-asked-for", askedFor(request));
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Path and query as they stand in the browser's address bar: a sign-in on the way comes back to it. */
function askedFor({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  const text = query.toString();
  return text ? `${nextUrl.pathname}?${text}` : nextUrl.pathname;
}

function contentSecurityPolicy(nonce: string): string {
  const development = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    isDevelopment
      ? "style-src-elem 'self' 'unsafe-inline'"
      : `style-src-elem 'self' 'nonce-${nonce}' ${SONNER_STYLES}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // It binds redirects too, and the sign-in at a provider begins with one.
    ["form-action 'self'", oidcOrigin()].filter(Boolean).join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}

// Uploads stay out: Next cuts every body that passes here at 10 MB.
export const config = {
  matcher: [
    "/((?!_next/static/|icon\\.svg|api/v1/imports/?$|w/[^/]+/data/imports/upload/?$|w/[^/]+/data/imports/preview/?$|w/[^/]+/evidence/files/?$).*)",
  ],
};
