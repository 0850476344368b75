import { BUCKETS_SECONDS, type HttpCounts } from "./http-counts.ts";
import type { ImportCount, Operations, QueueCount } from "./types.ts";

export type MetricsInput = {
  operations: Operations;
  queues: readonly QueueCount[];
  imports: readonly ImportCount[];
  http: HttpCounts;
  process: { uptimeSeconds: number; cpuSeconds: number; residentBytes: number; heapBytes: number };
  nowMs: number;
};

type Labels = Readonly<Record<string, string>>;
type Sample = { suffix?: string; labels?: Labels; value: number };

/** The installation in Prometheus' text format: counts and sizes, no name of a workspace or a person. */
export function metricsText(input: MetricsInput): string {
  return [...ofInstallation(input), ...ofJobs(input), ...ofHttp(input), ...ofProcess(input)]
    .map((block) => `${block}\n`)
    .join("");
}

function ofInstallation({ operations, nowMs }: MetricsInput): string[] {
  const { backup } = operations;
  const gauge = (name: string, help: string, value: number) =>
    metric(name, "gauge", help, [{ value }]);
  return [
    metric("info", "gauge", "The version that runs.", [
      { labels: { version: operations.version }, value: 1 },
    ]),
    gauge("workspaces", "Workspaces that are open.", operations.workspaces),
    gauge(
      "workspaces_closing",
      "Workspaces that wait for their end.",
      operations.closingWorkspaces,
    ),
    gauge("database_bytes", "Size of the database.", operations.databaseBytes),
    gauge("database_connections", "Connections to the database.", operations.connections),
    gauge("database_connections_limit", "Connections it allows.", operations.mostConnections),
    gauge("outbox_mails_waiting", "Mails that wait to be sent.", operations.mailWaiting),
    gauge("outbox_mails_failed", "Mails that were given up.", operations.mailFailed),
    ...(backup
      ? [
          gauge(
            "backup_age_seconds",
            "Time since the last backup; absent where there is none.",
            (nowMs - Date.parse(backup.at)) / 1000,
          ),
          gauge("backup_bytes", "Size of the last backup before compression.", backup.bytes),
        ]
      : []),
  ];
}

function ofJobs({ queues, imports }: MetricsInput): string[] {
  return [
    metric(
      "jobs",
      "gauge",
      "Jobs by queue and state.",
      queues.map(({ queue, state, count }) => ({ labels: { queue, state }, value: count })),
    ),
    metric(
      "imports",
      "gauge",
      "Imports by status.",
      imports.map(({ status, count }) => ({ labels: { status }, value: count })),
    ),
  ];
}

function ofHttp({ http }: MetricsInput): string[] {
  const requests = [...http.requests].map(([key, value]) => {
    const [method = "", status = ""] = key.split(" ");
    return { labels: { method, status }, value };
  });
  let within = 0;
  const buckets = BUCKETS_SECONDS.map((end, at) => {
    within += http.buckets[at] ?? 0;
    return { suffix: "_bucket", labels: { le: String(end) }, value: within };
  });
  return [
    metric("http_requests_total", "counter", "Requests answered by this process.", requests),
    metric("http_request_seconds", "histogram", "Time to answer.", [
      ...buckets,
      { suffix: "_bucket", labels: { le: "+Inf" }, value: http.count },
      { suffix: "_sum", value: http.sumSeconds },
      { suffix: "_count", value: http.count },
    ]),
  ];
}

function ofProcess({ process }: MetricsInput): string[] {
  const gauge = (name: string, help: string, value: number) =>
    metric(name, "gauge", help, [{ value }]);
  return [
    gauge("process_uptime_seconds", "Time since this process started.", process.uptimeSeconds),
    metric("process_cpu_seconds_total", "counter", "Processor time used.", [
      { value: process.cpuSeconds },
    ]),
    gauge("process_resident_bytes", "Memory held.", process.residentBytes),
    gauge("process_heap_bytes", "Memory used by JavaScript.", process.heapBytes),
  ];
}

function metric(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const full = `throughline_${name}`;
  const lines = samples.map(
    ({ suffix = "", labels, value }) => `${full}${suffix}${labelText(labels)} ${value}`,
  );
  return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...lines].join("\n");
}

function labelText(labels: Labels | undefined): string {
  if (!labels) return "";
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, "")}"`,
  );
  return `{${pairs.join(",")}}`;
}
