import "server-only";
import { headers } from "next/headers";

/**
 * The address of whoever sends this request. The web process overwrites X-Forwarded-For with the address of the
 * connection unless TRUST_PROXY is set (lib/boot/web.ts); a proxy appends whom it saw, so the last entry can be believed.
 */
export async function callerAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || "unknown";
}
