import type { SignedIn } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { ownerOf } from "./filled-workspace.ts";
import type { TestTenant } from "./tenant.ts";

/** Somebody signed in, as actions on one's own account get it. */
export function personOf(tenant: TestTenant): SignedIn {
  const { accountId, name, email } = ownerOf(tenant);
  const preferences: SignedIn["preferences"] = {
    locale: null,
    timeZone: null,
    theme: "system",
    density: "comfortable",
    hasSingleKeys: true,
  };
  return {
    ...{ accountId, name, email, preferences, sessionId: newId() },
    ...{ isEmailVerified: true, workspaces: [] },
  };
}
