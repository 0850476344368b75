import type { ReactNode } from "react";
import { ComputeAgain } from "#components/value/compute-again.tsx";
import { NoValue } from "#components/value/no-value.tsx";
import { ValueFrame, type ValueTab } from "#components/value/value-frame.tsx";
import type { Permission } from "#lib/auth/permissions.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { pastMonthOf } from "#lib/clv-runs/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { getValueAbsence } from "#lib/value/index.ts";
import type { ValueAbsence } from "#lib/value/types.ts";
import { Refusal } from "../refusal.tsx";
import { computeAgainAction } from "./actions.ts";

export type ValuePageProps<Found> = {
  tenant: string;
  tab: ValueTab;
  /** The month that is looked back at, as the address has it */
  month: string;
  permission: Permission;
  /** null where it is not computed */
  find: (tx: TenantTx, session: MemberSession) => Promise<Found | null>;
  /** `month`: "" where that is the latest, or has no run */
  children: (found: Found, session: MemberSession, month: string) => ReactNode;
};

/** A view of value for those who may read it, or why there is none. */
export async function ValuePage<Found>(props: ValuePageProps<Found>) {
  const { tenant, tab, month, permission, find, children } = props;
  const session = await requireSession(tenant);
  if (!session.permissions.has(permission)) return <Refusal session={session} />;
  const { found, absence, past } = await withTenant(session, permission, async (tx) => {
    const value = await find(tx, session);
    return {
      found: value,
      absence: value === null ? await getValueAbsence(tx, session) : null,
      past: await pastMonthOf(tx, session, month),
    };
  });
  return (
    <ValueFrame slug={session.workspace.slug} tab={tab} month={past} formats={session.formats}>
      {found === null ? (
        <Absence absence={absence ?? "computing"} session={session} />
      ) : (
        children(found, session, past)
      )}
    </ValueFrame>
  );
}

function Absence({ absence, session }: { absence: ValueAbsence; session: MemberSession }) {
  const { permissions, workspace } = session;
  return (
    <NoValue
      absence={absence}
      importHref={permissions.has("import:write") ? `/w/${workspace.slug}/data/imports/new` : null}
      computeAgain={
        permissions.has("value:write") && (
          <ComputeAgain tenant={workspace.slug} action={computeAgainAction} />
        )
      }
    />
  );
}
