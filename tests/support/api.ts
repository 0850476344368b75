import { createHash, randomBytes } from "node:crypto";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Make an API key in the session's workspace; returns its secret. */
export async function makeApiKey(session: Session, scopes: string[]): Promise<string> {
  const key = `tl_${randomBytes(30).toString("base64url")}`;
  const sha256 = createHash("sha256").update(key).digest("hex");
  await withTenant(session, "api_key:write", (tx) =>
    tx.apiKey.createMany({ data: [{ name: "test", prefix: key.slice(0, 10), sha256, scopes }] }),
  );
  return key;
}

/** Call a route handler as a client with this key would. */
export function call(
  handler: Handler,
  path: string,
  options: { key?: string; params?: Record<string, string> } & RequestInit = {},
): Promise<Response> {
  const { key, params = {}, ...init } = options;
  const headers = new Headers(init.headers);
  if (key) headers.set("authorization", `Bearer ${key}`);
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers });
  return handler(request, { params: Promise.resolve(params) });
}

/** A multipart form with the file after or before the other fields. */
export function uploadForm(
  text: string,
  fields: Record<string, string>,
  fileFirst = false,
): FormData {
  const form = new FormData();
  const file = new File([text], "orders.csv", { type: "text/csv" });
  if (fileFirst) form.set("file", file);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (!fileFirst) form.set("file", file);
  return form;
}
