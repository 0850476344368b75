import { TimerOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { isConfidenceLow, nextResearch } from "#lib/personae/evidence-ratio.ts";
import type { Claim, PersonaDetail } from "#lib/personae/types.ts";
import { ageText } from "./age-text.ts";

export type PersonaBannersProps = {
  persona: PersonaDetail;
  /** YYYY-MM-DD */
  today: string;
  locale: string;
  /** Where its claims are changed; null for who may only read */
  claimsHref: string | null;
};

/** What to look at first: claims that are stale, and what to find out where little is backed. */
export function PersonaBanners({ persona, today, locale, claimsHref }: PersonaBannersProps) {
  const t = useTranslations("personae");
  const stale = persona.claims.filter(({ isStale }) => isStale);
  const [first] = stale;
  const step = isConfidenceLow(persona.claims) ? nextResearch(persona.claims) : null;
  return (
    <>
      {first && (
        <Banner icon={<TimerOff aria-hidden="true" className="text-warn" />}>
          <p className="min-w-0 flex-1 basis-72 break-words">
            {t.rich("staleBanner", {
              ...{ ...bannerWords(first, today, locale), count: stale.length, b: bold },
            })}
          </p>
          {claimsHref && (
            <ButtonLink href={`${claimsHref}/${first.id}`} size="sm">
              {t("review")}
            </ButtonLink>
          )}
        </Banner>
      )}
      {step && (
        <Banner icon={<TriangleAlert aria-hidden="true" className="text-warn" />}>
          <p className="min-w-0 flex-1 basis-72 break-words">
            {t.rich("lowBanner", {
              ...{ step: step.kind, b: bold },
              statement: "statement" in step ? step.statement : "",
            })}
          </p>
        </Banner>
      )}
    </>
  );
}

function bannerWords({ statement, lastSupportOn, evidence }: Claim, today: string, locale: string) {
  return {
    ...{ statement, newer: evidence.newerAgainst },
    last: lastSupportOn === null ? "never" : "known",
    age: lastSupportOn === null ? "" : ageText(lastSupportOn, today, locale),
  };
}

function bold(words: ReactNode) {
  return <b className="font-semibold">{words}</b>;
}

function Banner({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-center gap-3 rounded-md border border-hairline bg-surface px-4 py-2.5 text-xs">
      {icon}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
    </div>
  );
}
