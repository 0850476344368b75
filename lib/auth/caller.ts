import "server-only";
import { callerAddress } from "#lib/http/caller.ts";
import { type KnownDevice, readKnownDevices } from "./known-devices.ts";

/** Who tries to sign in, before anybody is known: where from, and in a browser of which accounts. */
export type Caller = { address: string; devices: readonly KnownDevice[] };

/** The caller of this request. */
export async function readCaller(): Promise<Caller> {
  return { address: await callerAddress(), devices: await readKnownDevices() };
}

/** The id of the caller's browser for that account; null for a browser the account was never used in. */
export function deviceOf(caller: Caller, accountId: string | undefined): string | null {
  return caller.devices.find((device) => device.accountId === accountId)?.deviceId ?? null;
}
