import "server-only";
import { lookup } from "node:dns/promises";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import { hostOf, INSIDE, parseOutsideUrl } from "./outside-url.ts";
import { isPublicAddress } from "./public-address.ts";

/** Where a call may go. Only tests give one of their own: nothing in the product opens what this closes. */
export type Reach = {
  /** Every address of a name */
  resolve: (host: string) => Promise<readonly string[]>;
  isAllowed: (address: string) => boolean;
  port?: number;
  /** Certificates trusted in place of the usual ones */
  ca?: string;
};

export type OutsideCall = {
  url: string;
  method: "GET" | "POST";
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** From the first question to the name server to the last byte of the answer */
  timeoutMs: number;
  /** What comes after so many bytes is not read. */
  mostBytes: number;
};

export type OutsideAnswer = { status: number; body: Buffer; isCut: boolean };

/** An answer whose bytes are still to come: they are read to their end, or `close` ends the connection. */
export type OpenAnswer = {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: AsyncIterable<Uint8Array>;
  close: () => void;
};

/** The address may not be called: it is none of the open internet, or its name leads nowhere. */
export class Unreachable extends Error {}

const OPEN_INTERNET: Reach = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
};

/**
 * Call an address that a person typed. Its name is resolved once, every address found must be public, and the connection
 * goes to the one that was checked, so that a second answer of the name server changes nothing. Redirects are answers.
 *
 * @throws Unreachable; DomainError `invalid_input` for an address that `parseOutsideUrl` refuses; what the network throws
 */
export async function callOutside(
  call: OutsideCall,
  reach: Reach = OPEN_INTERNET,
): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  const answer = await openWithin(signal, call, reach);
  return within(signal, readAnswer(answer, call.mostBytes));
}

/**
 * As `callOutside`, but the bytes of the answer are left to whoever asked: for what is too large to be held.
 *
 * @throws as `callOutside`; reading the bytes throws when the time is over
 */
export async function openOutside(
  call: Omit<OutsideCall, "mostBytes">,
  reach: Reach = OPEN_INTERNET,
): Promise<OpenAnswer> {
  const answer = await openWithin(AbortSignal.timeout(call.timeoutMs), call, reach);
  const { statusCode = 0, headers } = answer;
  return { status: statusCode, headers, bytes: answer, close: () => answer.destroy() };
}

async function openWithin(
  signal: AbortSignal,
  call: Omit<OutsideCall, "mostBytes">,
  reach: Reach,
): Promise<IncomingMessage> {
  const url = parseOutsideUrl(call.url);
  const address = await within(signal, checkedAddress(hostOf(url), reach));
  return within(signal, send(call, { url, address, reach, signal }));
}

async function checkedAddress(host: string, { resolve, isAllowed }: Reach): Promise<string> {
  const addresses = isIP(host) !== 0 ? [host] : await resolve(host).catch(() => []);
  const [first] = addresses;
  if (first === undefined) throw new Unreachable("No address was found for this name.");
  if (!addresses.every(isAllowed)) throw new Unreachable(INSIDE);
  return first;
}

type Pinned = { url: URL; address: string; reach: Reach; signal: AbortSignal };

function send(
  { method, headers, body }: Omit<OutsideCall, "mostBytes">,
  { url, address, reach, signal }: Pinned,
): Promise<IncomingMessage> {
  const host = hostOf(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        // The checked address itself: nothing is looked up any more. The certificate is still that of the name.
        host: address,
        port: reach.port ?? 443,
        path: url.pathname + url.search,
        method,
        signal,
        // An agent of its own: no connection of before, no proxy of the environment.
        agent: false,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(reach.ca ? { ca: reach.ca } : {}),
        headers: { ...headers, host: url.host, "accept-encoding": "identity" },
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<OutsideAnswer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer) {
    // A stream without an encoding gives bytes.
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    // Leaving the loop ends the connection.
    if (length > mostBytes) break;
  }
  const body = Buffer.concat(pieces).subarray(0, mostBytes);
  return { status: answer.statusCode ?? 0, body, isCut: length > mostBytes };
}

/** The work, or the end of its time; a name server that is silent cannot be stopped, only left. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
