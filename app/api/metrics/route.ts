import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { answer } from "#lib/http/answer.ts";
import { readMetrics } from "#lib/operations/index.ts";

export const dynamic = "force-dynamic";

/** The installation in figures, for Prometheus: behind METRICS_TOKEN, and not there at all without one. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { METRICS_TOKEN } = env();
    if (METRICS_TOKEN === undefined) return new Response("Not found", { status: 404 });
    if (!isToken(request.headers.get("authorization"), METRICS_TOKEN)) {
      const headers = { "www-authenticate": "Bearer" };
      return new Response("Give the token of METRICS_TOKEN.", { status: 401, headers });
    }
    return new Response(await readMetrics(Date.now()), {
      headers: {
        "content-type": "text/plain; version=0.0.4; charset=utf-8",
        "cache-control": "no-store",
      },
    });
  });
}

/** Compared by hash, so that neither length nor content shows in the time it takes. */
function isToken(header: string | null, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
}
