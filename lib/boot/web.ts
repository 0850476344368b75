import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { isPassingError } from "#lib/db/raw-error.ts";
import { assertSafeRole } from "#lib/db/safe-role.ts";
import { type Env, env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { countAnswer } from "#lib/operations/http-counts.ts";
import { readEnvironment } from "./environment.ts";

/** The web process: `node --import ./lib/boot/register.js lib/boot/web.ts`, with PORT and HOST. */

const LONGEST_WAIT_MS = 10_000;
/** A slow line may take its time for a large file. */
const LONGEST_REQUEST_MS = 60 * 60 * 1000;
const FAREWELL_MS = 5_000;

/**
 * Headers that only this process or a trusted proxy may set: a caller who could send them would pass for another
 * address, or for Next talking to itself.
 */
function cleanHeaders(request: IncomingMessage, trustProxy: boolean): void {
  delete request.headers["x-middleware-subrequest"];
  delete request.headers["x-nonce"];
  delete request.headers["x-request-id"];
  if (trustProxy) return;
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-proto"];
}

/** Next answers a broken percent escape with an error of its own that says nothing. */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function countWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const startedMs = performance.now();
  response.once("finish", () => {
    countAnswer(request.method ?? "", response.statusCode, (performance.now() - startedMs) / 1000);
  });
}

/** Next cannot make a request of it: it would answer 500. */
function refuseTrace(response: ServerResponse): void {
  const detail = "No address answers TRACE.";
  const problem = { type: "about:blank", title: "Method not allowed", status: 405, detail };
  response.writeHead(405, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
  });
  response.end(JSON.stringify({ ...problem, code: "method_not_allowed" }));
}

async function serve({ TRUST_PROXY }: Env, port: number, hostname: string): Promise<void> {
  const app = next({ dev: false, dir: process.cwd(), hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    cleanHeaders(request, TRUST_PROXY);
    countWhenDone(request, response);
    if (!isReadable(request.url ?? "/")) {
      response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
      response.end("This address cannot be read.");
      return;
    }
    if (request.method === "TRACE") {
      refuseTrace(response);
      return;
    }
    void handle(request, response);
  });
  server.requestTimeout = LONGEST_REQUEST_MS;
  // Nothing here speaks WebSocket.
  server.on("upgrade", (_request, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  log.info({ port, hostname }, "web serves");
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), FAREWELL_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** A database that is away is waited for (`/api/health/ready` says so); a role that could mix tenants ends the process. */
async function checkRole(databaseUrl: string): Promise<void> {
  for (let waitMs = 250; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return await assertSafeRole(databaseUrl);
    } catch (error) {
      if (!isPassingError(error)) throw error;
      log.warn({ err: error, waitMs }, "web waits for the database");
      await sleep(waitMs);
    }
  }
}

try {
  const settings = env();
  const roleChecked = checkRole(settings.DATABASE_URL);
  const { PORT = "3000", HOST = "127.0.0.1" } = readEnvironment();
  await Promise.all([roleChecked, serve(settings, Number(PORT), HOST)]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
