import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import type { SettingsAction } from "#components/settings/use-settings-form.ts";
import { Notice } from "#components/ui/notice.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { CurrentPolicy, PolicyAdherence } from "#lib/tiers/types.ts";
import { AdherencePanel } from "./adherence-panel.tsx";
import { fieldTexts } from "./policy-fields.ts";
import { PolicyForm } from "./policy-form.tsx";
import { PolicyList } from "./policy-list.tsx";

export type PolicyViewProps = {
  tenant: string;
  policy: CurrentPolicy;
  /** What the last run says of each tier, in words; "" where it says nothing */
  tierNotes: readonly string[];
  adherence: PolicyAdherence;
  formats: { locale: string; timeZone: string };
  currency: string;
  /** null for those who may only read */
  actions: { save: SettingsAction; undo: FormAction<void> } | null;
};

/** The policy of tiers: why it has a floor, the policy itself, and what was kept of it. */
export function PolicyView(props: PolicyViewProps) {
  const { tenant, policy, tierNotes, adherence, formats, currency, actions } = props;
  const t = useTranslations("tiers");
  const { locale } = formats;
  return (
    <div className="space-y-4">
      <Notice tone="info">
        <p className="font-semibold">{t("legalTitle")}</p>
        <p className="max-w-[76ch]">{t("legalText")}</p>
      </Notice>
      <p className="max-w-[76ch]">{t("intro")}</p>
      <LastChange {...{ tenant, policy, formats }} undo={actions?.undo ?? null} />
      {actions ? (
        <PolicyForm
          key={policy.version}
          {...{ tenant, currency, tierNotes }}
          stored={fieldTexts(policy, currency)}
          version={policy.version}
          action={actions.save}
        />
      ) : (
        <PolicyList {...{ policy, tierNotes, currency, locale }} />
      )}
      <AdherencePanel
        adherence={adherence}
        floor={policy.floor}
        exportHref={`/w/${tenant}/value/policy/export`}
        formats={{ locale, currency }}
      />
    </div>
  );
}

type LastChangeProps = Pick<PolicyViewProps, "tenant" | "policy" | "formats"> & {
  undo: FormAction<void> | null;
};

function LastChange({ tenant, policy, formats, undo }: LastChangeProps) {
  const t = useTranslations("tiers");
  const { version, changedAt, changedBy } = policy;
  if (version === 0) return <p className="text-xs text-muted">{t("usual")}</p>;
  const instant = formatInstant(changedAt, formats.locale, formats.timeZone);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-xs text-muted">
        {t("changed", { instant, who: changedBy ?? t("somebody"), version })}
      </p>
      {undo && (
        <ActionForm action={undo} hidden={{ tenant, version }} submitLabel={t("undo")} isInline />
      )}
    </div>
  );
}
