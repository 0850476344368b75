/** Stands for whatever host an address has or lacks: only its path is kept. */
const ANY_HOST = "http://localhost";

/**
 * The part of an address after "/w/<workspace>", query included; null where its path is no page of this workspace. The host may be
 * any, for a workspace is reached by several names, and what is kept leads here all the same.
 *
 * Worked: of "https://cx.example/w/alder/value?tab=1" and of "/w/alder/value?tab=1" in "alder" it is "/value?tab=1"
 */
export function pagePath(address: string, slug: string): string | null {
  const url = URL.canParse(address, ANY_HOST) ? new URL(address, ANY_HOST) : null;
  const base = `/w/${slug}`;
  const isPage = url?.protocol === "http:" || url?.protocol === "https:";
  if (!(url && isPage && url.pathname.startsWith(`${base}/`))) return null;
  return `${url.pathname.slice(base.length)}${url.search}`;
}
