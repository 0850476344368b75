import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getSettings } from "../queries.ts";
import type { SetFormats } from "../schema.ts";
import { changeSettings } from "./change-settings.ts";

/**
 * Choose where the workspace's days begin and how its numbers, amounts and days are written.
 *
 * @throws DomainError `stale`
 */
export async function setFormats(
  tx: TenantTx,
  session: Session,
  { version, ...formats }: SetFormats,
): Promise<void> {
  const { timeZone, locale } = await getSettings(tx, session);
  await changeSettings(tx, session, {
    version,
    action: "workspace.settings_changed",
    columns: formats,
    before: { timeZone, locale },
    after: formats,
  });
}
