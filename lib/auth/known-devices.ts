import "server-only";
import { z } from "zod";
import { newId } from "#lib/db/new-ids.ts";
import { readEncrypted, writeEncrypted } from "./encrypted-cookie.ts";

const KnownDevice = z.object({ accountId: z.uuid(), deviceId: z.uuid() });
/** A browser in which the owner of an account signed in before: its tries are counted apart from everybody else's. */
export type KnownDevice = z.infer<typeof KnownDevice>;

const MOST_PEOPLE = 5;
const COOKIE = {
  purpose: "known_devices",
  seconds: 400 * 24 * 60 * 60,
  content: z.object({ devices: z.array(KnownDevice).max(MOST_PEOPLE) }),
};

/** The accounts that signed in in this browser before, the last first. */
export async function readKnownDevices(): Promise<readonly KnownDevice[]> {
  return (await readEncrypted(COOKIE))?.devices ?? [];
}

/** Remember that this account signed in in this browser; after five people the oldest is forgotten. */
export async function rememberDevice(accountId: string): Promise<void> {
  const known = await readKnownDevices();
  const own = known.find((device) => device.accountId === accountId);
  const others = known.filter((device) => device !== own);
  const devices = [own ?? { accountId, deviceId: newId() }, ...others].slice(0, MOST_PEOPLE);
  await writeEncrypted(COOKIE, { devices });
}
