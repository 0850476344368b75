import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import type { DefectionCase } from "#lib/defection/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { OutcomeChip } from "./case-cell.tsx";
import { type CloseFormProps, ReopenForm } from "./case-forms.tsx";

export type CaseHistoryProps = {
  /** The last closed first */
  cases: readonly DefectionCase[];
  tenant: string;
  formats: { locale: string; timeZone: string };
  /** Takes a closing back; null where another case is open, and for those who only read */
  reopen: CloseFormProps["action"] | null;
};

/** The cases of a customer that are closed, the last one to be opened again. */
export function CaseHistory({ cases, tenant, formats, reopen }: CaseHistoryProps) {
  const t = useTranslations("watchlist.panel");
  return (
    <Panel title={t("history")} hasPadding={false}>
      <ul className="divide-y divide-hairline">
        {cases.map((known, index) => (
          <li
            key={known.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
          >
            <ClosedCase known={known} formats={formats} />
            {reopen && index === 0 && (
              <ReopenForm
                tenant={tenant}
                known={known}
                day={dayOf(known, formats)}
                action={reopen}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type ClosedCaseProps = { known: DefectionCase; formats: CaseHistoryProps["formats"] };

function ClosedCase({ known, formats }: ClosedCaseProps) {
  const t = useTranslations("watchlist");
  const { outcome, responsible, nextStep, note, closedBy } = known;
  const words = [responsible?.name ?? t("nobody"), ...(nextStep === null ? [] : [nextStep])];
  return (
    <div className="min-w-0 flex-1 basis-56 space-y-1">
      <p className="flex flex-wrap items-center gap-2">
        {outcome && <OutcomeChip outcome={outcome} />}
        <span className="text-2xs text-muted">
          {t("panel.closedBy", {
            day: dayOf(known, formats),
            who: closedBy ?? t("panel.somebody"),
          })}
        </span>
      </p>
      <p className="break-words">{words.join(" · ")}</p>
      {note !== null && <p className="break-words whitespace-pre-line text-muted">{note}</p>}
    </div>
  );
}

function dayOf({ closedAt }: DefectionCase, { locale, timeZone }: CaseHistoryProps["formats"]) {
  return formatInstant(closedAt, locale, timeZone);
}
