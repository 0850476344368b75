import type { Environment } from "./environment.ts";
import { firstFreePort, isFree } from "./ports.ts";

export type ListenAt = { host: string; port: number };

const LOOPBACK = "127.0.0.1";

/**
 * The port of PORT, 3000 by default.
 *
 * @throws Error in one sentence when it is no port
 */
export function wantedPort(given: Environment): number {
  const text = given["PORT"] ?? "3000";
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}": set it to a number from 1 to 65535.`);
}

/** For a demo: the wanted port on loopback, or the next free one, which is said. */
export async function demoAddress(
  given: Environment,
  onBusy: (sentence: string) => void,
): Promise<ListenAt> {
  const wanted = wantedPort(given);
  const port = await firstFreePort(wanted, LOOPBACK);
  if (port !== wanted) onBusy(`Port ${wanted} is busy: port ${port} is taken instead.`);
  return { host: LOOPBACK, port };
}

/**
 * For production: exactly the wanted port, since a proxy or a firewall relies on it. HOST says which address to listen on.
 *
 * @throws Error in one sentence when it is busy
 */
export async function productionAddress(given: Environment): Promise<ListenAt> {
  const address = { host: given["HOST"] ?? LOOPBACK, port: wantedPort(given) };
  if (await isFree(address.port, address.host)) return address;
  throw new Error(`Port ${address.port} is busy: set PORT to another one.`);
}
