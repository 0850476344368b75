import "server-only";
import { headers } from "next/headers";
import { limitedAddress, plainAddress } from "./normal-address.ts";

/** Whom the limits count for this request: one machine with IPv6 has 2^64 addresses, so its network stands for it. */
export async function callerAddress(): Promise<string> {
  return limitedAddress(await lastForwarded());
}

/** The whole address of whoever sends this request, for the person whose session it is. */
export async function fullCallerAddress(): Promise<string> {
  return plainAddress(await lastForwarded());
}

/**
 * The web process overwrites X-Forwarded-For with the address of the connection unless TRUST_PROXY is set
 * (lib/boot/web.ts); a proxy appends whom it saw, so the last entry can be believed.
 */
async function lastForwarded(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || "unknown";
}
