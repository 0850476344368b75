import { OPERATIONS } from "#lib/api/index.ts";
import { methodProblem } from "./problem.ts";

type Answered = { path: string; method: string };

/** Takes signed messages, no key: it is no operation of the document. */
const INCOMING_HOOKS: Answered = { path: "/api/v1/hooks/{id}", method: "POST" };

/** What a route of the API answers to a method that it has no answer for. */
export function methodNotAllowed(request: Request): Promise<Response> {
  return Promise.resolve(methodProblem(allowedAt(new URL(request.url).pathname)));
}

/** OPTIONS of a route of the API: what it can be asked. */
export function tellMethods(request: Request): Promise<Response> {
  const allow = allowedAt(new URL(request.url).pathname).join(", ");
  return Promise.resolve(new Response(null, { status: 204, headers: { allow } }));
}

/** The methods at an address; where two paths fit, as /orders/bulk and /orders/{id}, those of the plainer one. */
function allowedAt(address: string): string[] {
  const fitting = [...OPERATIONS, INCOMING_HOOKS].filter(({ path }) => fits(path, address));
  const openParts = (path: string) => path.split("{").length;
  const plainest = Math.min(...fitting.map(({ path }) => openParts(path)));
  const methods = fitting
    .filter(({ path }) => openParts(path) === plainest)
    .map(({ method }) => method);
  return [...methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method)), "OPTIONS"];
}

function fits(path: string, address: string): boolean {
  const parts = path.split("/");
  const given = address.split("/");
  return (
    parts.length === given.length &&
    parts.every((part, at) => part.startsWith("{") || part === given[at])
  );
}
