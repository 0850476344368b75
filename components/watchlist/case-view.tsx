import { useTranslations } from "next-intl";
import { RunDefinition } from "#components/lifetime/run-definition.tsx";
import type { FormAction } from "#components/people/action-form.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { KeepFocus } from "#components/ui/keep-focus.tsx";
import { MainAndAside } from "#components/ui/main-and-aside.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { WatchedCustomer } from "#lib/defection/index.ts";
import type { DefectionCase } from "#lib/defection/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NextStep } from "./case-cell.tsx";
import { ChangeForm, CloseForm, OpenForm } from "./case-forms.tsx";
import { CaseHistory } from "./case-history.tsx";
import { ReasonList } from "./reason-list.tsx";
import { riskText } from "./risk-text.ts";

type CaseAction = FormAction<{ customerId: string }>;
export type CaseActions = {
  open: CaseAction;
  change: CaseAction;
  close: CaseAction;
  reopen: CaseAction;
};

export type CaseViewProps = {
  watched: WatchedCustomer;
  tenant: string;
  formats: { locale: string; timeZone: string };
  /** The reader's membership, who takes a case unless they choose another */
  ownId: string;
  /** null for those who only read */
  actions: CaseActions | null;
};

/** One customer at risk: what the run says, why, and what is done about it. */
export function CaseView(props: CaseViewProps) {
  const { watched, tenant, formats, actions } = props;
  const { locale } = formats;
  const t = useTranslations("watchlist.panel");
  const [first] = watched.cases;
  const open = first && first.outcome === null ? first : null;
  const closed = watched.cases.filter(({ outcome }) => outcome !== null);
  const write = valueFormats(watched.currency, locale);
  return (
    <MainAndAside>
      <KeepFocus
        state={open ? open.id : `${closed.length} closed`}
        label={t(open ? "open" : "take")}
        className="min-w-0 space-y-4"
      >
        {open ? <OpenPanel {...props} open={open} /> : <TakePanel {...props} />}
        {closed.length > 0 && (
          <CaseHistory
            {...{ cases: closed, tenant, formats }}
            // One open case at a time: only then can a closed one be opened again.
            reopen={open ? null : (actions?.reopen ?? null)}
          />
        )}
      </KeepFocus>
      <aside className="min-w-0 space-y-4 @max-3xl/page:order-first">
        <DangerPanel watched={watched} formats={write} />
        <WhyPanel watched={watched} locale={locale} />
      </aside>
    </MainAndAside>
  );
}

function TakePanel({ watched, tenant, ownId, actions }: CaseViewProps) {
  const t = useTranslations("watchlist.panel");
  return (
    <Panel title={t("take")} caption={t("takeText")}>
      {actions ? (
        <OpenForm
          tenant={tenant}
          customerId={watched.customerId}
          members={watched.members}
          ownId={ownId}
          action={actions.open}
        />
      ) : (
        <p className="text-muted">{t("readOnly")}</p>
      )}
    </Panel>
  );
}

type OpenPanelProps = CaseViewProps & { open: DefectionCase };

function OpenPanel({ open, watched, tenant, formats, actions }: OpenPanelProps) {
  const t = useTranslations("watchlist.panel");
  const form = useTranslations("watchlist.form");
  return (
    <>
      <Panel title={t("open")} caption={<OpenedWords open={open} formats={formats} />}>
        {actions ? (
          <ChangeForm
            tenant={tenant}
            known={open}
            members={watched.members}
            action={actions.change}
          />
        ) : (
          <ReadOnlyCase open={open} locale={formats.locale} />
        )}
      </Panel>
      {actions && (
        <Panel title={form("closeTitle")} caption={form("closeText")}>
          <CloseForm tenant={tenant} known={open} action={actions.close} />
        </Panel>
      )}
    </>
  );
}

function OpenedWords({ open, formats }: Pick<OpenPanelProps, "open" | "formats">) {
  const t = useTranslations("watchlist.panel");
  const { locale, timeZone } = formats;
  const { openedAt, openedBy, pAlive, atRiskMinor, currency } = open;
  const write = valueFormats(currency, locale);
  const then =
    pAlive !== null &&
    t(atRiskMinor === null ? "openedThenChance" : "openedThen", {
      chance: write.wholeShare(1 - pAlive),
      value: write.exactMoney(atRiskMinor),
    });
  const day = formatInstant(openedAt, locale, timeZone);
  return [t("openedBy", { day, who: openedBy ?? t("somebody") }), ...(then ? [then] : [])].join(
    " · ",
  );
}

function ReadOnlyCase({ open, locale }: { open: DefectionCase; locale: string }) {
  const t = useTranslations("watchlist");
  return (
    <div className="space-y-3">
      <DefinitionList
        entries={[
          { term: t("responsible"), value: open.responsible?.name ?? t("nobody") },
          { term: t("nextStep"), value: <NextStep latest={open} locale={locale} /> },
          {
            term: t("note"),
            value: <span className="whitespace-pre-line">{open.note ?? "–"}</span>,
          },
        ]}
      />
      <p className="text-xs text-muted">{t("panel.readOnly")}</p>
    </div>
  );
}

type DangerPanelProps = { watched: WatchedCustomer; formats: ValueFormats };

function DangerPanel({ watched: { danger, run }, formats }: DangerPanelProps) {
  const t = useTranslations("watchlist");
  if (!(danger && run))
    return (
      <Panel title={t("panel.danger")}>
        <p className="text-muted">{t("panel.noDanger")}</p>
      </Panel>
    );
  const { pAlive, valueMinor, atRiskMinor, band, tierName } = danger;
  const chance = t("chance", { basis: run.basis });
  return (
    <Panel
      title={t("panel.danger")}
      caption={t("panel.dangerCaption", { basis: run.basis, day: formats.day(run.cutoffOn) })}
    >
      <DefinitionList
        entries={[
          { term: chance, value: <Strong>{formats.wholeShare(1 - pAlive)}</Strong> },
          {
            term: t(atRiskMinor === null ? "atRiskBand" : "atRisk"),
            value: <Strong>{riskText(danger, formats)}</Strong>,
          },
          ...(valueMinor === null
            ? []
            : [{ term: t("clv"), value: formats.exactMoney(valueMinor) }]),
          { term: t("clvBand"), value: formats.interval(band) },
          { term: t("panel.tier"), value: tierName },
        ]}
      />
      <p className="mt-3 text-2xs text-pretty text-muted">
        <RunDefinition run={run} formats={formats} />
      </p>
    </Panel>
  );
}

function Strong({ children }: { children: string }) {
  return <strong className="font-semibold tabular-nums">{children}</strong>;
}

function WhyPanel({ watched, locale }: { watched: WatchedCustomer; locale: string }) {
  const t = useTranslations("watchlist.panel");
  return (
    <Panel title={t("why")} caption={t("whyCaption")}>
      <ReasonList reasons={watched.reasons} locale={locale} />
    </Panel>
  );
}
