import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { DerivedImportance } from "#lib/needs/types.ts";
import { needFormats } from "./need-formats.ts";

export type DerivedNoteProps = {
  derived: DerivedImportance;
  mostRespondents: number;
  locale: string;
};

const CASES_PER_DRIVER = 10;
const DRAWS = 400;

/** What derived importance rests on, or why there is none, in words. */
export function DerivedNote({ derived, mostRespondents, locale }: DerivedNoteProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  const leftOut = derived.leftOut.length;
  return (
    <Notice tone={derived.converged && derived.warnings.length > 0 ? "warn" : "info"}>
      {derived.converged ? (
        <p>
          {t("derivedDone", {
            needs: derived.needs.length,
            share: formats.share(derived.rSquared),
            cases: derived.cases,
            draws: DRAWS,
          })}{" "}
          {derived.respondents >= mostRespondents &&
            t("derivedSample", { most: formats.number(mostRespondents) })}
        </p>
      ) : (
        <>
          <p className="font-medium">{t("derivedNo")}</p>
          <p>
            {t(`derivedNo_${derived.reason}`, {
              cases: derived.cases,
              drivers: derived.drivers,
              asked: CASES_PER_DRIVER * derived.drivers,
            })}
          </p>
        </>
      )}
      {derived.converged &&
        derived.warnings.map((warning) => <p key={warning}>{t(`derivedWarn_${warning}`)}</p>)}
      {leftOut > 0 && <p>{t("derivedLeftOut", { count: leftOut })}</p>}
    </Notice>
  );
}
