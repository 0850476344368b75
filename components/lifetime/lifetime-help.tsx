import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { HelpModels } from "./help-models.tsx";
import { HelpWarnings } from "./help-warnings.tsx";

const SECTIONS = [
  "short",
  "models",
  "numbers",
  "interval",
  "backtest",
  "cohorts",
  "warnings",
] as const;
type SectionName = (typeof SECTIONS)[number];

const NUMBERS = [
  "cutoff",
  "horizon",
  "terms",
  "alive",
  "residual",
  "service",
  "retention",
  "historic",
  "atRisk",
  "tier",
  "percentile",
  "band",
  "expected",
] as const;

/** Lifetime value in plain words: the models, the numbers, how to read them, and every warning with an anchor of its own. */
export function LifetimeHelp() {
  return (
    <div className="grid items-start gap-x-8 gap-y-4 min-[90rem]:grid-cols-[12rem_minmax(0,1fr)]">
      <Contents />
      <div className="flex min-w-0 flex-col gap-4">
        <Short />
        <Section name="models">
          <HelpModels />
        </Section>
        <Numbers />
        <IntervalSection />
        <Backtest />
        <Cohorts />
        <Section name="warnings">
          <HelpWarnings />
        </Section>
      </div>
    </div>
  );
}

function Contents() {
  const t = useTranslations("lifetimeHelp");
  return (
    <nav aria-label={t("contents")} className="no-print min-[90rem]:sticky min-[90rem]:top-4">
      <ul className="flex flex-wrap gap-x-4 min-[90rem]:flex-col">
        {SECTIONS.map((name) => (
          <li key={name}>
            <Link
              isPlain
              href={`#${name}`}
              className="inline-flex min-h-11 items-center sm:min-h-7"
            >
              {t(`sections.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useTranslations("lifetimeHelp");
  return (
    <div id={name} className="scroll-mt-4">
      <Panel title={t(`sections.${name}`)}>{children}</Panel>
    </div>
  );
}

/** Sentences one below the other, no wider than reads well. */
function Sentences({ children }: { children: ReactNode }) {
  return <div className="flex max-w-[72ch] flex-col gap-3">{children}</div>;
}

function Short() {
  const t = useTranslations("lifetimeHelp.short");
  return (
    <Section name="short">
      <Sentences>
        <p>{t("first")}</p>
        <p>{t("second")}</p>
        <p>{t("third")}</p>
      </Sentences>
    </Section>
  );
}

function Numbers() {
  const t = useTranslations("lifetimeHelp.numbers");
  return (
    <Section name="numbers">
      <dl className="flex max-w-[72ch] flex-col gap-4">
        {NUMBERS.map((name) => (
          <div key={name} id={`number-${name}`} className="scroll-mt-4">
            <dt className="font-semibold">{t(`${name}.term`)}</dt>
            <dd>{t(`${name}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function IntervalSection() {
  const t = useTranslations("lifetimeHelp.interval");
  return (
    <Section name="interval">
      <Sentences>
        <p className="flex flex-wrap items-center gap-3 text-muted">
          <IntervalWhisker value={1.9} low={1.6} high={2.2} label={t("pictureLabel")} width={160} />
          {t("caption")}
        </p>
        <p>{t("first")}</p>
        <p>{t("second")}</p>
        <p>{t("third")}</p>
      </Sentences>
    </Section>
  );
}

function Backtest() {
  const t = useTranslations("lifetimeHelp.backtest");
  return (
    <Section name="backtest">
      <Sentences>
        <p>{t("first")}</p>
        <p>{t("second")}</p>
        <p>{t("third")}</p>
        <p>{t("fourth")}</p>
        <p>{t("fifth")}</p>
      </Sentences>
    </Section>
  );
}

function Cohorts() {
  const t = useTranslations("lifetimeHelp.cohorts");
  return (
    <Section name="cohorts">
      <Sentences>
        <p>{t("first")}</p>
        <p>{t("second")}</p>
        <p>{t("third")}</p>
      </Sentences>
    </Section>
  );
}
