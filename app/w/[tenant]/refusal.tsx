import { NoPermission } from "#components/shell/no-permission.tsx";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listOwnerNames } from "#lib/members/index.ts";

type RefusalProps = Readonly<{ session: MemberSession }>;

/** What stands in place of a page that the member's role does not open: whom to ask, by name. */
export async function Refusal({ session }: RefusalProps) {
  const owners = await withTenant(session, "workspace:read", listOwnerNames);
  return <NoPermission owners={owners} locale={session.formats.locale} />;
}
