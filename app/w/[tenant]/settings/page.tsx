import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CurrencyPanel } from "#components/settings/currency-panel.tsx";
import { FormatsPanel } from "#components/settings/formats-panel.tsx";
import { NamePanel } from "#components/settings/name-panel.tsx";
import { RatesPanel } from "#components/settings/rates-panel.tsx";
import { RetentionPanel } from "#components/settings/retention-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { describeLocale } from "#lib/accounts/locale-choices.ts";
import { placeOptions } from "#lib/accounts/place-options.ts";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getSettings, hasAmounts } from "#lib/workspaces/index.ts";
import {
  renameWorkspaceAction,
  setCurrencyAction,
  setFormatsAction,
  setRatesAction,
} from "./actions.ts";
import { setRetentionAction } from "./retention/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SettingsPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  const [t, { settings, isFixed }] = await Promise.all([
    getTranslations("settings"),
    withTenant(session, "workspace:read", async (tx) => ({
      settings: await getSettings(tx, session),
      isFixed: await hasAmounts(tx),
    })),
  ]);
  const { currency, timeZone, locale, version } = settings;
  const common = { tenant: session.workspace.slug, version };
  const places = placeOptions(currency);
  const mayWrite = session.permissions.has("workspace:write");
  const ifAllowed = <Action,>(action: Action) => (mayWrite ? action : null);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader title={t("general")} purpose={t("purpose")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <NamePanel {...common} name={settings.name} action={ifAllowed(renameWorkspaceAction)} />
          <FormatsPanel
            {...common}
            {...{ timeZone, locale }}
            timeZones={withChosen(places.timeZones, timeZone, timeZone)}
            locales={withChosen(places.locales, locale, describeLocale(locale, currency))}
            action={ifAllowed(setFormatsAction)}
          />
          <CurrencyPanel
            {...common}
            {...{ currency, isFixed }}
            options={places.currencies}
            action={ifAllowed(setCurrencyAction)}
          />
        </div>
        <div className="grid gap-4">
          <RatesPanel
            tenant={common.tenant}
            settings={settings}
            locale={session.formats.locale}
            action={ifAllowed(setRatesAction)}
          />
          <RetentionPanel
            {...common}
            auditDays={settings.auditRetentionDays}
            rejectDays={settings.rejectRetentionDays}
            action={session.permissions.has("retention:write") ? setRetentionAction : null}
          />
        </div>
      </div>
    </>
  );
}

type Option = { value: string; label: string };

/** What is chosen can always be chosen again, also when no list has it. */
function withChosen(options: readonly Option[], value: string, label: string): readonly Option[] {
  const isListed = options.some((option) => option.value === value);
  return isListed ? options : [{ value, label }, ...options];
}
