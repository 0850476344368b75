import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { Changed, Version } from "#lib/segments/targeting/types.ts";

export type RestoreVersion = {
  action: FormAction<{ version: number }>;
  /** The workspace, what it is about, and the version that was seen */
  hidden: Readonly<Record<string, string | number>>;
};

export type VersionHistoryProps<Part extends string> = {
  title: string;
  /** The latest first */
  versions: readonly Version<Part, number | string>[];
  labelOf: (part: Part) => string;
  /** null for those who may only read */
  restore: RestoreVersion | null;
  locale: string;
  timeZone: string;
};

/** What was changed from what to what, since when and by whom, and a way back to each former state. */
export function VersionHistory<Part extends string>(props: VersionHistoryProps<Part>) {
  const { title, versions, labelOf, restore, locale, timeZone } = props;
  const t = useTranslations("targeting.history");
  if (versions.length === 0) return null;
  return (
    <Panel title={title} hasPadding={false}>
      <ol className="divide-y divide-hairline">
        {versions.map(({ version, changed, changedBy, changedAt }, at) => (
          <li
            key={version}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 text-xs sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-56">
              <dl className="space-y-1">
                {changed.map((change) => (
                  <ChangedPart key={change.part} change={change} label={labelOf(change.part)} />
                ))}
              </dl>
              <p className="mt-1 text-2xs text-muted">
                {version === 0
                  ? t("usual")
                  : t("since", {
                      version,
                      hasTime: changedAt === null ? "no" : "yes",
                      instant: formatInstant(changedAt, locale, timeZone),
                      hasName: changedBy === null ? "no" : "yes",
                      name: changedBy ?? "",
                    })}
              </p>
            </div>
            {restore && at > 0 && (
              <ActionForm
                action={restore.action}
                hidden={{ ...restore.hidden, former: version }}
                submitLabel={t("restore")}
                describedAs={t("restoreOf", { version })}
                doneText={t("restored")}
                variant="quiet"
                isInline
              />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type ChangedPartProps = { change: Changed<string, number | string>; label: string };

/** What something is since then, and after it what it was. */
function ChangedPart({ change: { from, to }, label }: ChangedPartProps) {
  const t = useTranslations("targeting.history");
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words">
        <span className="font-medium">{to ?? NO_VALUE}</span>
        {from !== null && <span className="text-muted"> {t("was", { value: from })}</span>}
      </dd>
    </div>
  );
}
