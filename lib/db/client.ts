import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import { PrismaClient } from "./generated/client.ts";
import { tenantFilter } from "./tenant-filter.ts";

/** Connections of one process. Web and worker each have their own pool. */
const POOL_SIZE = 10;
/** A connection that is neither made nor refused within this time is given up: without a limit its transaction would wait for ever. */
const CONNECT_LIMIT_MS = 10_000;

function connect() {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  return new PrismaClient({ adapter }).$extends(tenantFilter);
}

type Client = ReturnType<typeof connect>;
const kept = globalThis as typeof globalThis & { throughlineClient?: Client };

/** The one client of this process. Tenant tables answer only inside `withTenant`. */
export function prisma(): Client {
  kept.throughlineClient ??= connect();
  return kept.throughlineClient;
}

/** The transaction handle of the extended client. */
export type Transaction = Parameters<Parameters<Client["$transaction"]>[0]>[0];
