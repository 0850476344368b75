import type { DomainError, DomainErrorCode, DomainErrorDetail } from "#lib/errors/index.ts";

const STATUS: Readonly<Record<DomainErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 409,
  invalid_input: 422,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
};

const TITLES: Readonly<Record<DomainErrorCode, string>> = {
  unauthenticated: "Not authenticated",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Not possible now",
  stale: "Changed by somebody else",
  invalid_input: "Invalid input",
  too_large: "Too large",
  too_many_requests: "Too many requests",
  unavailable: "Not available now",
};

/** An error as problem+json (RFC 9457). */
export function problem(error: DomainError, headers: Record<string, string> = {}): Response {
  const { fields } = error.detail;
  const status = STATUS[error.code];
  const body = {
    type: "about:blank",
    title: TITLES[error.code],
    status,
    detail: error.message,
    code: error.code,
    ...(fields ? { fields, errors: pointed(fields) } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
      ...waitHeaders(error.detail),
      ...headers,
    },
  });
}

/** How long to wait, and by which limit. */
function waitHeaders({ retryAfterSeconds, limit }: DomainErrorDetail): Record<string, string> {
  if (retryAfterSeconds === undefined) return {};
  const wait = String(retryAfterSeconds);
  if (limit === undefined) return { "retry-after": wait };
  const used = { "ratelimit-limit": String(limit), "ratelimit-remaining": "0" };
  return { "retry-after": wait, ...used, "ratelimit-reset": wait };
}

/** Each bad field by its JSON Pointer, as RFC 9457 shows it. */
function pointed(fields: Record<string, string[]>): { pointer: string; detail: string }[] {
  return Object.entries(fields).flatMap(([field, details]) => {
    const pointer = field.startsWith("/") || field === "" ? `#${field}` : `#/${field}`;
    return details.map((detail) => ({ pointer, detail }));
  });
}

/** That an address is asked in a way it does not answer, and in which it does. */
export function methodProblem(allowed: readonly string[]): Response {
  const body = {
    type: "about:blank",
    title: "Method not allowed",
    status: 405,
    detail: `This address answers ${allowed.join(", ")}.`,
    code: "method_not_allowed",
  };
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    allow: allowed.join(", "),
  };
  return new Response(JSON.stringify(body), { status: 405, headers });
}

/** What a person sees of a defect: an id to quote, nothing of the inside. */
export function defectProblem(reference: string): Response {
  const body = {
    type: "about:blank",
    title: "Something went wrong",
    status: 500,
    detail: `Tell us this reference: ${reference}.`,
    code: "defect",
  };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
