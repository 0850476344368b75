/**
 * Where to go after a sign-in: a path of this site, as a browser would read it. Anything else could send a signed-in
 * person away, and becomes "/".
 */
export function ownPath(to: unknown, appUrl: string): string {
  const home = new URL(appUrl);
  const target = typeof to === "string" && URL.canParse(to, home) ? new URL(to, home) : home;
  const isOwn = target.origin === home.origin && !target.pathname.startsWith("//");
  return isOwn ? `${target.pathname}${target.search}` : "/";
}
