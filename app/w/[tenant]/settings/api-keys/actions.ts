"use server";

import { revalidatePath } from "next/cache";
import { tenantAction } from "#lib/actions/tenant-action.ts";
import { CreateApiKey, createApiKey, RevokeApiKey, revokeApiKey } from "#lib/api-keys/index.ts";
import type { MemberSession } from "#lib/auth/types.ts";

const after = ({ workspace }: MemberSession) =>
  revalidatePath(`/w/${workspace.slug}/settings/api-keys`);

/** Make a key; the answer holds its secret, this once. */
export const createApiKeyAction = tenantAction({
  permission: "api_key:write",
  after,
  input: CreateApiKey,
  run: createApiKey,
});

/** End a key. */
export const revokeApiKeyAction = tenantAction({
  permission: "api_key:write",
  after,
  input: RevokeApiKey,
  run: revokeApiKey,
});
