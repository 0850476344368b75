import type { BridgeHrefs } from "#components/bridge/gaps-list.tsx";
import type { MemberSession } from "#lib/auth/types.ts";

/** Where what lacks is brought, for those who may. */
export function bridgeHrefs({ workspace, permissions }: MemberSession): BridgeHrefs {
  const base = `/w/${workspace.slug}`;
  return {
    imports: permissions.has("import:write") ? `${base}/data/imports/new` : null,
    rates: permissions.has("workspace:write") ? `${base}/settings` : null,
    runs: permissions.has("value:write") ? `${base}/value/runs/new` : null,
  };
}
