import { useTranslations } from "next-intl";
import { ImportsTable } from "#components/imports/imports-table.tsx";
import type { FormAction } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMonth } from "#lib/format/format-month.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ImportView } from "#lib/imports/views.ts";
import type { CountedSource, SourceMonth } from "#lib/sources/types.ts";
import { RowCounts } from "./row-counts.tsx";
import {
  DescribeSourceForm,
  RenameSourceForm,
  StandingForm,
  UseSourceForm,
} from "./source-forms.tsx";
import { SourceMonths } from "./source-months.tsx";
import { rowsHref } from "./source-places.ts";

export type RowsPanelProps = {
  source: CountedSource;
  months: readonly SourceMonth[];
  slug: string;
  locale: string;
  permissions: ReadonlySet<string>;
};

/** How much it holds, of which kind, and when it happened. */
export function RowsPanel({ source, months, slug, locale, permissions }: RowsPanelProps) {
  const t = useTranslations("sources");
  const [first, last] = [months.at(0), months.at(-1)];
  return (
    <Panel
      title={t("monthsTitle", {
        count: source.rowCount,
        rows: formatNumber(source.rowCount, locale),
      })}
      caption={
        first &&
        last &&
        t("monthsCaption", {
          months: months.length,
          first: formatMonth(first.month, locale),
          last: formatMonth(last.month, locale),
        })
      }
    >
      {months.length === 0 ? (
        <p className="text-muted">{t("holdsNothing")}</p>
      ) : (
        <>
          <div className="mb-4">
            <RowCounts
              rows={source.rows}
              hrefOf={rowsHref(slug, source.id, permissions)}
              locale={locale}
            />
          </div>
          <SourceMonths months={months} locale={locale} />
        </>
      )}
    </Panel>
  );
}

export type SourceImportsPanelProps = {
  imports: readonly ImportView[];
  slug: string;
  sourceId: string;
  formats: { locale: string; timeZone: string };
};

/** The last files that came from it. */
export function SourceImportsPanel({ imports, slug, sourceId, formats }: SourceImportsPanelProps) {
  const t = useTranslations("sources");
  if (imports.length === 0)
    return (
      <Panel title={t("importsTitle")}>
        <p className="text-muted">{t("noImports")}</p>
      </Panel>
    );
  return (
    <Panel
      title={t("importsTitle")}
      caption={t("importsCaption")}
      hasPadding={false}
      actions={
        <ButtonLink href={`/w/${slug}/data/imports?source=${sourceId}`} variant="quiet" size="sm">
          {t("allImports")}
        </ButtonLink>
      }
    >
      <ImportsTable imports={imports} slug={slug} formats={formats} />
    </Panel>
  );
}

type Change = "rename" | "describe" | "use" | "archive" | "restore";
export type SourceActions = Readonly<Record<Change, FormAction>>;

export type SourceSettingsProps = {
  tenant: string;
  source: CountedSource;
  departments: readonly { id: string; name: string }[];
  locale: string;
  /** null for who may only read */
  actions: SourceActions | null;
};

/** What can be said and changed about a source. */
export function SourceSettings(props: SourceSettingsProps) {
  const { tenant, source, departments, actions } = props;
  const t = useTranslations("sources");
  const mayEdit = actions && !source.isArchived;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="grid gap-4">
        <UsePanel {...props} />
        {mayEdit && (
          <Panel title={t("renameTitle")}>
            <RenameSourceForm action={actions.rename} {...{ tenant, source }} />
          </Panel>
        )}
      </div>
      {actions && (
        <div className="grid gap-4">
          {mayEdit && (
            <Panel title={t("settingsTitle")}>
              <DescribeSourceForm action={actions.describe} {...{ tenant, source, departments }} />
            </Panel>
          )}
          <StandingPanel {...props} actions={actions} />
        </div>
      )}
    </div>
  );
}

function UsePanel({ tenant, source, locale, actions }: SourceSettingsProps) {
  const t = useTranslations("sources");
  const { lastUse } = source;
  const day = lastUse && formatDay(lastUse.on, locale);
  const said = lastUse?.byName
    ? t("usedOn", { day: day ?? "", name: lastUse.byName })
    : t("usedOnPlain", { day: day ?? t("neverUsed") });
  return (
    <Panel title={t("useTitle")} caption={t("useCaption")}>
      <p className={actions && !source.isArchived ? "mb-4" : undefined}>{said}</p>
      {actions && !source.isArchived && (
        <UseSourceForm action={actions.use} {...{ tenant, source }} />
      )}
    </Panel>
  );
}

function StandingPanel({
  tenant,
  source,
  actions,
}: SourceSettingsProps & { actions: SourceActions }) {
  const t = useTranslations("sources");
  const { isArchived, name } = source;
  return (
    <Panel
      title={t(isArchived ? "restoreTitle" : "archiveTitle")}
      caption={t(isArchived ? "restoreCaption" : "archiveCaption")}
    >
      <StandingForm
        tenant={tenant}
        source={source}
        action={isArchived ? actions.restore : actions.archive}
        submitLabel={isArchived ? t("restoreSubmit", { name }) : t("archiveSubmit")}
      />
    </Panel>
  );
}
