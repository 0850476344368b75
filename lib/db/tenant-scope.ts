import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** The workspace whose transaction is open in this call chain. Only with-tenant.ts enters it. */
export const tenantScope = new AsyncLocalStorage<{ readonly tenantId: string }>();
