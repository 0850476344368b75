import "server-only";
import { DomainError } from "#lib/errors/index.ts";
import { type OpenAnswer, openOutside, type Reach, Unreachable } from "#lib/http/call-outside.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import type { FetchFailure } from "../types.ts";

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const NOT_MODIFIED = 304;

export type AddressToOpen = {
  url: string;
  /** The header `Authorization`; null to go without */
  signIn: string | null;
  /** What was said of the file that is known already; absent to have it in any case */
  known?: { etag: string | null; lastModified: string | null };
  timeoutMs: number;
};

/** An address could not be fetched; `failure` says why. */
export class FetchFailed extends Error {
  readonly failure: FetchFailure;
  readonly answerStatus: number | null;

  constructor(failure: FetchFailure, answerStatus: number | null = null) {
    super(failure);
    this.failure = failure;
    this.answerStatus = answerStatus;
  }
}

export type OpenedAddress = {
  /** 200 or 304 */
  status: number;
  /** After redirects */
  url: string;
  etag: string | null;
  lastModified: string | null;
  bytes: AsyncIterable<Uint8Array>;
  close: () => void;
};

/**
 * Ask an address for its file and follow where it leads, each step checked as the first. The sign-in goes to the host it
 * was given for and to no other.
 *
 * @throws FetchFailed
 */
export async function openAddress(
  { url: first, signIn, known, timeoutMs }: AddressToOpen,
  reach?: Reach,
): Promise<OpenedAddress> {
  const endsMs = performance.now() + timeoutMs;
  let url = first;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const headers = headersOf(hostIn(url) === hostIn(first) ? signIn : null, known);
    const leftMs = Math.max(1, Math.ceil(endsMs - performance.now()));
    const answer = await openOrFail({ url, method: "GET", headers, timeoutMs: leftMs }, reach);
    const next = REDIRECTS.includes(answer.status) ? answer.headers.location : undefined;
    if (next === undefined) return opened(url, answer);
    answer.close();
    if (!URL.canParse(next, url)) break;
    url = new URL(next, url).href;
  }
  throw new FetchFailed("redirect");
}

async function openOrFail(
  call: Parameters<typeof openOutside>[0],
  reach?: Reach,
): Promise<OpenAnswer> {
  try {
    return await openOutside(call, reach);
  } catch (error) {
    throw new FetchFailed(failureIn(error));
  }
}

function opened(url: string, { status, headers, bytes, close }: OpenAnswer): OpenedAddress {
  const failure = failureOf(status, headers["content-type"] ?? "");
  if (failure) {
    close();
    throw new FetchFailed(failure, status);
  }
  const { etag = null, "last-modified": lastModified = null } = headers;
  return { status, url, etag, lastModified, bytes, close };
}

function headersOf(signIn: string | null, known: AddressToOpen["known"]): Record<string, string> {
  return {
    "user-agent": `Throughline/${PROGRAM_VERSION}`,
    accept: "text/csv, text/*;q=0.9, */*;q=0.5",
    ...(signIn === null ? {} : { authorization: signIn }),
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

function failureOf(status: number, type: string): FetchFailure | null {
  if (status === NOT_MODIFIED) return null;
  if (status === 401 || status === 403) return "sign_in";
  if (status === 404 || status === 410) return "gone";
  if (status >= 300 && status < 400) return "redirect";
  if (status !== 200) return "refused";
  return /^\s*(?:text\/html|application\/xhtml)/i.test(type) ? "web_page" : null;
}

/** What an error of the network, or of a stream that broke off, comes down to. */
export function failureIn(error: unknown): FetchFailure {
  if (error instanceof FetchFailed) return error.failure;
  if (error instanceof Unreachable || error instanceof DomainError) return "inside";
  if (!(error instanceof Error)) return "other";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "timeout";
  const code = "code" in error ? String(error.code) : "";
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|ERR_SSL|ERR_TLS/.test(code)) return "certificate";
  return /^E[A-Z]+$|^HPE_/.test(code) ? "connection" : "other";
}

function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}
