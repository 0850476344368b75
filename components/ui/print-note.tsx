import { useTranslations } from "next-intl";
import { formatInstant } from "#lib/format/format-instant.ts";

export type PrintNoteProps = {
  /** Which of several views of the page it is */
  view?: string;
  formats: { locale: string; timeZone: string };
};

/** On paper only: what is shown, and when it was. */
export function PrintNote({ view, formats }: PrintNoteProps) {
  const t = useTranslations("ui");
  const instant = formatInstant(new Date().toISOString(), formats.locale, formats.timeZone);
  return (
    <p className="hidden text-2xs text-muted print:block">
      {view && <b className="font-semibold text-text">{view} · </b>}
      {t("shownAt", { instant })}
    </p>
  );
}
