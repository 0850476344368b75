import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  askFetch,
  fetchSource,
  findFetch,
  listFetchTries,
  SetFetch,
  setFetch,
} from "#lib/source-fetch/index.ts";
import { createSource } from "#lib/sources/index.ts";
import { asApplication } from "./audit.ts";
import { HOOK_HOST, type HookServer } from "./hook-server.ts";
import { makeTenant, type TestTenant } from "./tenant.ts";

/** A source of a new workspace, and a server on loopback to fetch it from. */
export class FetchedSource {
  readonly tenant: TestTenant;
  readonly session: Session;
  readonly id: string;
  readonly #server: HookServer;

  private constructor(tenant: TestTenant, id: string, server: HookServer) {
    this.tenant = tenant;
    this.session = tenant.session;
    this.id = id;
    this.#server = server;
  }

  static async make(server: HookServer): Promise<FetchedSource> {
    const tenant = await makeTenant();
    const { session } = tenant;
    const { id } = await withTenant(session, "source:write", (tx) =>
      createSource(tx, session, {
        ...({ name: "Shop survey", kind: "survey", refreshRhythm: "daily" } as const),
        ownerDepartmentId: null,
      }),
    );
    server.received.length = 0;
    server.answers.length = 0;
    return new FetchedSource(tenant, id, server);
  }

  write<T>(work: Parameters<typeof withTenant<T>>[2], who = this.session): Promise<T> {
    return withTenant(who, "source:write", work);
  }

  given(more: Partial<SetFetch> = {}): SetFetch {
    const url = `https://${HOOK_HOST}/exports/answers.csv`;
    return SetFetch.parse({ sourceId: this.id, url, kind: "signals", ...more });
  }

  set(more: Partial<SetFetch> = {}, who = this.session): Promise<void> {
    return this.write((tx) => setFetch(tx, who, this.given(more)), who);
  }

  ask(who = this.session): Promise<void> {
    return this.write((tx) => askFetch(tx, who, { sourceId: this.id }), who);
  }

  /** As if its time had come. */
  async fetch(who = this.session): Promise<void> {
    await asApplication(this.session, "UPDATE source_fetch SET next_fetch_at = now()");
    await fetchSource({ tenantId: who.workspace.id, sourceId: this.id }, this.#server.reach);
  }

  found(who = this.session) {
    return withTenant(who, "source:read", (tx) => findFetch(tx, this.id));
  }

  log(who = this.session) {
    return withTenant(who, "source:read", (tx) => listFetchTries(tx, this.id));
  }
}
