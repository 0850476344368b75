import "server-only";
import { env } from "#lib/env.ts";

/** Only paths of this site, as a browser would read them: anything else could send a signed-in person away. */
export function ownPath(to: FormDataEntryValue | null): string {
  const home = new URL(env().APP_URL);
  const target = typeof to === "string" && URL.canParse(to, home) ? new URL(to, home) : home;
  const isOwn = target.origin === home.origin && !target.pathname.startsWith("//");
  return isOwn ? `${target.pathname}${target.search}` : "/";
}
