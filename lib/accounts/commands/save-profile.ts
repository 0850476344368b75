import "server-only";
import type { SignedIn } from "#lib/auth/types.ts";
import { type AccountTx, setProfile } from "#lib/db/accounts.ts";
import type { SaveProfile } from "../schema.ts";

/** Save how a person is called and wants to see things. A matter of taste: no workspace's log needs it. */
export async function saveProfile(
  tx: AccountTx,
  { accountId }: SignedIn,
  profile: SaveProfile,
): Promise<void> {
  await setProfile(tx, accountId, profile);
}
