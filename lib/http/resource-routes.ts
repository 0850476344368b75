import "server-only";
import { z } from "zod";
import {
  type Answer,
  bulkItems,
  getResource,
  listResource,
  putItem,
  RESOURCES,
  type ResourceName,
  WriteSettings,
} from "#lib/api/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { operationRoute, readBody } from "./operation-route.ts";

/** GET of a resource: a page of its list. */
export function listRoute(name: ResourceName) {
  return operationRoute(`list_${name}`, async ({ query }, session) =>
    Response.json(
      await withTenant(session, RESOURCES[name].read.permission, (tx) =>
        listResource(tx, session, name, query),
      ),
    ),
  );
}

/** GET of one of a resource: by id, or by `external:<number>`. */
export function getRoute(name: ResourceName) {
  return operationRoute(`get_${name}`, ({ params, query }, session) =>
    readOne(session, name, { id: params["id"] ?? "", query }),
  );
}

/** GET of one of a resource by its number. */
export function getByNumberRoute(name: ResourceName) {
  return operationRoute(`find_${name}`, ({ params, query }, session) =>
    readOne(session, name, { id: `external:${params["externalId"] ?? ""}`, query }),
  );
}

async function readOne(session: Session, name: ResourceName, { id, query }: Reference) {
  const source = typeof query["source"] === "string" ? query["source"] : null;
  return Response.json(
    await withTenant(session, RESOURCES[name].read.permission, (tx) =>
      getResource(tx, session, name, { id, source }),
    ),
  );
}

type Reference = { id: string; query: Readonly<Record<string, unknown>> };

/** PUT of one of a resource by its number. */
export function putRoute(name: ResourceName) {
  const resource = RESOURCES[name];
  return operationRoute(`put_${name}`, async ({ text, params, key }, session) => {
    const { source, createMissing, ...fields } = readBody(resource.put, text);
    const item = { ...fields, externalId: params["externalId"] ?? "" };
    const settings = WriteSettings.parse({ source, createMissing });
    const request = { resource, items: [item], base: "" as const, ...withSource(settings) };
    return answered(await putItem(session, request, key));
  });
}

/** POST of many of a resource. */
export function bulkRoute(name: ResourceName) {
  const resource = RESOURCES[name];
  return operationRoute(`bulk_${name}`, async ({ text, key }, session) => {
    const envelope = readBody(resource.envelope, text);
    const { items, ...settings } = BulkEnvelope.parse(envelope);
    const request = { resource, items, base: "/items" as const, ...withSource(settings) };
    return answered(await bulkItems(session, request, key));
  });
}

const BulkEnvelope = WriteSettings.extend({ items: z.array(z.unknown()) });

function withSource({ source, createMissing }: z.output<typeof WriteSettings>) {
  return { source, createMissing };
}

function answered({ status, body }: Answer): Response {
  return Response.json(body, { status });
}
