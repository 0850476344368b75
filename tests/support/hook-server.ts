import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Reach } from "#lib/http/call-outside.ts";
import { PROJECT } from "./source-files.ts";

const FOLDER = join(PROJECT, "tests", "fixtures", "certificate");
const CERTIFICATE = readFileSync(join(FOLDER, "hooks.example.com.pem"), "utf8");
const KEY = readFileSync(join(FOLDER, "hooks.example.com.key.pem"), "utf8");

/** The name that the test certificate is for. */
export const HOOK_HOST = "hooks.example.com";

export type ReceivedHook = { headers: IncomingHttpHeaders; body: string; path: string };

export type HookServer = {
  received: ReceivedHook[];
  /** What the next requests are answered, the first first; 204 when none is left. */
  answers: ((response: ServerResponse) => void)[];
  /** Leads HOOK_HOST here, which the product's own reach would refuse. */
  reach: Reach;
  stop: () => Promise<void>;
};

/** A receiver of webhooks by https on loopback. */
export async function startHookServer(): Promise<HookServer> {
  const received: ReceivedHook[] = [];
  const answers: HookServer["answers"] = [];
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces).toString();
      received.push({ headers: request.headers, body, path: request.url ?? "" });
      const answer = answers.shift() ?? answerWith(204);
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    answers,
    reach: reachOf(port),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The way to a receiver on loopback, also for another process that knows its port. */
export function reachOf(port: number): Reach {
  return {
    resolve: async () => ["127.0.0.1"],
    isAllowed: (address) => address === "127.0.0.1",
    port,
    ca: CERTIFICATE,
  };
}

/** An answer with that status and those words. */
export function answerWith(
  status: number,
  words: string | Uint8Array = "",
  headers: Record<string, string> = {},
) {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers);
    response.end(words);
  };
}

/** No answer at all. */
export function stayStill(): void {
  // The request stays open.
}
