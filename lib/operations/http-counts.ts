/** Upper ends of the histogram's buckets, in seconds. */
export const BUCKETS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export type HttpCounts = {
  /** By method and class of status, such as "GET 2xx" */
  requests: Map<string, number>;
  /** Requests within each bucket, not summed up */
  buckets: number[];
  count: number;
  sumSeconds: number;
};

// The server and the code that Next has bundled are one process and two copies of this module.
const kept = globalThis as typeof globalThis & { throughlineHttp?: HttpCounts };

/** What this process has answered since it started. */
export function httpCounts(): HttpCounts {
  kept.throughlineHttp ??= {
    requests: new Map(),
    buckets: BUCKETS_SECONDS.map(() => 0),
    count: 0,
    sumSeconds: 0,
  };
  return kept.throughlineHttp;
}

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** Count an answer. No address is kept: it may name a workspace. */
export function countAnswer(method: string, status: number, seconds: number): void {
  const counts = httpCounts();
  const known = METHODS.has(method) ? method : "other";
  const key = `${known} ${Math.floor(status / 100)}xx`;
  counts.requests.set(key, (counts.requests.get(key) ?? 0) + 1);
  counts.count += 1;
  counts.sumSeconds += seconds;
  const at = BUCKETS_SECONDS.findIndex((end) => seconds <= end);
  if (at >= 0) counts.buckets[at] = (counts.buckets[at] ?? 0) + 1;
}
