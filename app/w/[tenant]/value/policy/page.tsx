import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunDefinition } from "#components/lifetime/run-definition.tsx";
import { PolicyView } from "#components/tiers/policy-view.tsx";
import { tierNotesOf } from "#components/tiers/tier-notes.ts";
import { valueFormats } from "#components/value/value-formats.ts";
import { ValueFrame } from "#components/value/value-frame.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { pastMonthOf, runMonthAddress } from "#lib/clv-runs/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { Refusal } from "../../refusal.tsx";
import { savePolicyAction, undoPolicyAction } from "./actions.ts";
import { findAdherence } from "./find-adherence.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tiers");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function PolicyPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("value:read")) return <Refusal session={session} />;
  const asked = runMonthAddress.read(await searchParams);
  const [t, { policy, run, adherence, month }] = await Promise.all([
    getTranslations("tiers"),
    withTenant(session, "value:read", async (tx) => ({
      ...(await findAdherence(tx, session)),
      month: await pastMonthOf(tx, session, asked.month),
    })),
  ]);
  const { workspace, formats, permissions } = session;
  const actions = { save: savePolicyAction, undo: undoPolicyAction };
  return (
    <ValueFrame slug={workspace.slug} tab="policy" month={month} formats={formats}>
      <PolicyView
        tenant={workspace.slug}
        currency={workspace.currency}
        tierNotes={tierNotesOf(policy, run, { session, t, locale: formats.locale })}
        actions={permissions.has("value:write") ? actions : null}
        {...{ policy, adherence, formats }}
      />
      {run && (
        <p className="text-2xs text-muted">
          <RunDefinition run={run} formats={valueFormats(run.currency, formats.locale)} />
        </p>
      )}
    </ValueFrame>
  );
}
