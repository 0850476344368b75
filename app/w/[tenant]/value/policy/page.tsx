import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PolicyView } from "#components/tiers/policy-view.tsx";
import { tierNotesOf } from "#components/tiers/tier-notes.ts";
import { ValueFrame } from "#components/value/value-frame.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { findLatestRun, type RunDetail } from "#lib/clv-runs/index.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { getPolicy, listAdherence } from "#lib/tiers/index.ts";
import { promisedTiers } from "#lib/tiers/promised-tiers.ts";
import type { TierPolicy } from "#lib/tiers/types.ts";
import { Refusal } from "../../refusal.tsx";
import { savePolicyAction, undoPolicyAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tiers");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function PolicyPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const [t, { policy, run, adherence }] = await Promise.all([
    getTranslations("tiers"),
    withTenant(session, "value:read", async (tx) => {
      const policy = await getPolicy(tx, session);
      const run = await findLatestRun(tx);
      return { policy, run, adherence: run ? await readAdherence(tx, session, run, policy) : [] };
    }),
  ]);
  const { workspace, formats, permissions } = session;
  const actions = { save: savePolicyAction, undo: undoPolicyAction };
  return (
    <ValueFrame slug={workspace.slug} tab="policy">
      <PolicyView
        tenant={workspace.slug}
        currency={workspace.currency}
        tierNotes={tierNotesOf(policy, run, t, formats.locale)}
        actions={permissions.has("value:write") ? actions : null}
        {...{ policy, adherence, formats }}
      />
    </ValueFrame>
  );
}

function readAdherence(tx: TenantTx, session: MemberSession, run: RunDetail, policy: TierPolicy) {
  const tiers = promisedTiers(run.totals?.tierCuts ?? null, policy);
  return listAdherence(tx, session, { runId: run.id, tiers });
}
