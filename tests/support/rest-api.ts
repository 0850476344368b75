import { call } from "./api.ts";
import { filesUnder } from "./source-files.ts";

type Handler = Parameters<typeof call>[0];

/** A call of the API as a program makes it: what the address, the query and the body say. */
export type ApiCall = {
  method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** As the document writes it: /api/v1/signals/{id} */
  path: string;
  key: string;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** The files of the API's routes, by their paths as the document writes them. */
export const ROUTE_FILES: ReadonlyMap<string, string> = new Map(
  filesUnder("app/api/v1")
    .filter((file) => file.endsWith("/route.ts"))
    .map((file) => [
      file.slice("app".length, -"/route.ts".length).replaceAll("[", "{").replaceAll("]", "}"),
      file,
    ]),
);

/** The handlers of a route by their methods. */
export async function handlersOf(path: string): Promise<Readonly<Record<string, Handler>>> {
  const file = ROUTE_FILES.get(path);
  if (!file) throw new Error(`No route answers at ${path}.`);
  return import(/* @vite-ignore */ `../../${file}`);
}

/** Call the real route of that path. */
export async function callApi({ method, path, key, params, query, body, headers }: ApiCall) {
  const handler = (await handlersOf(path))[method];
  if (!handler) throw new Error(`${path} does not answer ${method}.`);
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ""),
  );
  const sent = body instanceof FormData ? { body } : {};
  const json =
    body !== undefined && !(body instanceof FormData) ? { body: JSON.stringify(body) } : {};
  return call(handler, query ? `${address}?${query}` : address, {
    ...{ method, key },
    ...(params ? { params } : {}),
    ...(headers ? { headers } : {}),
    ...sent,
    ...json,
  });
}

type Asked = Partial<Omit<ApiCall, "method" | "path">>;
type Json = Record<string, unknown>;

/** What a program with this key asks, in short; `name` is that of a resource. */
export function createApi(key: string) {
  const ask = (method: ApiCall["method"], path: string, asked: Asked = {}) =>
    callApi({ method, path: `/api/v1/${path}`, key, ...asked });
  const read = async (response: Response | Promise<Response>) =>
    (await (await response).json()) as Json;
  return {
    ask,
    read,
    put: (name: string, externalId: string, body: object, asked: Asked = {}) =>
      ask("PUT", `${name}/external/{externalId}`, { params: { externalId }, body, ...asked }),
    bulk: (name: string, body: object, asked: Asked = {}) =>
      ask("POST", `${name}/bulk`, { body, ...asked }),
    items: async (name: string, query = "", asked: Asked = {}) =>
      (await read(ask("GET", name, { query, ...asked })))["items"] as Json[],
  };
}
