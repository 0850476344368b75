import { limitedAddress } from "./normal-address.ts";

/** Whom the limits count for a request that a route handler holds; `callerAddress` for everything else. */
export function requestAddress(request: Request): string {
  const forwarded = request.headers.get("x-forwarded-for");
  return limitedAddress(forwarded?.split(",").at(-1)?.trim() || "unknown");
}
