import pino from "pino";

/** Fields that may hold personal data or secrets: they never reach the log. */
const PRIVATE = [
  "email",
  "name",
  "password",
  "cookie",
  "authorization",
  "token",
  "key",
  "body",
  "value",
];

const make = () =>
  pino({
    level: process.env["LOG_LEVEL"] ?? "info",
    base: { process: process.env["PROCESS_NAME"] ?? "web" },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PRIVATE.flatMap((field) => [field, `*.${field}`]), censor: "[hidden]" },
    serializers: { err: describeError },
  });

/** Structured log of this process: one JSON object a line, ids only, no personal data. */
export const log = make();

/** An error without the values that database drivers put into their messages. */
function describeError(error: unknown): {
  type: string;
  code: string | undefined;
  stack: string | undefined;
} {
  if (!isLikeError(error)) return { type: typeof error, code: undefined, stack: undefined };
  const code = "code" in error ? String(error.code) : undefined;
  const frames = String(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join("\n");
  return { type: String(error.name ?? "object"), code, stack: frames };
}

/** An error, or what the job queue makes of one: an object with its stack. */
function isLikeError(error: unknown): error is { name?: unknown; stack?: unknown; code?: unknown } {
  return (
    error instanceof Error || (typeof error === "object" && error !== null && "stack" in error)
  );
}
