import "server-only";
import { isSecure } from "../encrypted-cookie.ts";

/** The cookies of next-auth that pass between the start of a sign-in and its end, as it calls them itself. */
export function oidcCookieName(cookie: "csrf-token" | "callback-url"): string {
  if (!isSecure()) return `next-auth.${cookie}`;
  return cookie === "csrf-token"
    ? "__Host-next-auth.csrf-token"
    : "__Secure-next-auth.callback-url";
}
