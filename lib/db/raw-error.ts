import "server-only";

/** Classes of SQLSTATE that blame the data itself: bad value, broken rule, too large. */
const DATA_CLASSES = ["22", "23", "54"];
const DISK_FULL = "53100";
/** Classes that blame the connection or the server's state: worth another try. */
const PASSING_CLASSES = ["08", "40", "53", "55", "57", "58"];
const PASSING_CODES = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
  "P2037",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Whether the database refused the rows themselves, so that another try would fail the same way. */
export function isDataError(error: unknown): boolean {
  return codesOf(error).some(
    (code) => code.length === 5 && DATA_CLASSES.includes(code.slice(0, 2)),
  );
}

/** Whether the database was away or busy: nothing was decided, another try may succeed. */
export function isPassingError(error: unknown): boolean {
  const codes = codesOf(error);
  if (codes.some((code) => PASSING_CODES.has(code))) return true;
  if (codes.some((code) => code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2))))
    return true;
  return error instanceof Error && CONNECTION_WORDS.test(`${error.name} ${error.message}`);
}

const CONNECTION_WORDS =
  /connection (?:terminated|closed|refused|error)|DatabaseNotReachable|ConnectionClosed|server (?:has )?closed|SocketTimeout|Can't reach database|Transaction API error|timeout (?:expired|exceeded when trying to connect)/i;

/** Whether the database had no room left to write: it takes no harm, and goes on when there is room again. */
export function isDiskFull(error: unknown): boolean {
  return codesOf(error).includes(DISK_FULL);
}

/** Every code on the error and on what caused it: Prisma nests the driver's. */
function codesOf(error: unknown, depth = 0): string[] {
  if (depth > 5 || typeof error !== "object" || error === null) return [];
  const own = ["code", "originalCode"].flatMap((name) => textAt(error, name));
  const inner = ["cause", "meta", "driverAdapterError"].flatMap((name) =>
    name in error ? codesOf(Reflect.get(error, name), depth + 1) : [],
  );
  return [...own, ...inner];
}

function textAt(target: object, name: string): string[] {
  const value: unknown = name in target ? Reflect.get(target, name) : undefined;
  return typeof value === "string" ? [value] : [];
}
