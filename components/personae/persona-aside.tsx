import { Headset, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import type { PersonaDetail, QuoteSource } from "#lib/personae/types.ts";
import { EvidenceMeter } from "./evidence-meter.tsx";
import { PersonaFace } from "./persona-face.tsx";
import { PersonaShares } from "./persona-shares.tsx";

export type PersonaAsideProps = { persona: PersonaDetail; slug: string; locale: string };

const LISTED = ["goals", "frustrations", "emotionalNeeds", "promise", "channels"] as const;

/** Who it is, face first, in their own words. */
export function PersonaAside({ persona, slug, locale }: PersonaAsideProps) {
  const t = useTranslations("personae");
  const { name, segment, numbers, quote, quoteSource, frontlineTip, ratio, responsible } = persona;
  const texts = LISTED.flatMap((key) =>
    persona[key] === null ? [] : [{ key, text: persona[key] }],
  );
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex items-center gap-4">
        <PersonaFace name={name} />
        <div className="min-w-0">
          <h1 className="text-xl break-words">{name}</h1>
          <SegmentFigures segment={segment} now={numbers} slug={slug} locale={locale} />
          {persona.isArchived && <Chip isMuted>{t("isArchived")}</Chip>}
        </div>
      </div>
      {numbers && <PersonaShares numbers={numbers} locale={locale} />}
      {quote !== null && (
        <div>
          <blockquote className="text-lg font-medium tracking-tight text-pretty break-words">
            {t("quoted", { quote })}
          </blockquote>
          <QuoteLine source={quoteSource} slug={slug} locale={locale} />
        </div>
      )}
      {texts.length > 0 && (
        <dl className="border-t border-hairline">
          {texts.map(({ key, text }) => (
            <div key={key} className="border-b border-hairline py-3">
              <dt className="text-2xs font-medium text-muted">{t(`text_${key}`)}</dt>
              <dd className="mt-0.5 whitespace-pre-line break-words">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {frontlineTip !== null && (
        <div className="rounded-md bg-tint-primary px-4 py-3">
          <p className="flex items-center gap-1.5 text-2xs font-medium text-primary">
            <Headset aria-hidden="true" />
            {t("text_frontlineTip")}
          </p>
          <p className="mt-1 font-medium break-words">{frontlineTip}</p>
        </div>
      )}
      <EvidenceMeter ratio={ratio} />
      {responsible && (
        <p className="text-2xs text-muted">
          {t("responsible")}: <span className="text-text">{responsible.name}</span>
        </p>
      )}
    </div>
  );
}

type QuoteLineProps = { source: QuoteSource | null; slug: string; locale: string };

function QuoteLine({ source, slug, locale }: QuoteLineProps) {
  const t = useTranslations("personae");
  if (!source) return <p className="mt-2 text-2xs text-muted">{t("quoteNoSource")}</p>;
  const { kind, datedOn, alike, path } = source;
  const words = t(alike > 1 ? "quoteSourceAlike" : "quoteSource", {
    ...{ kind, count: alike, day: formatDay(datedOn, locale) },
  });
  return (
    <p className="mt-2 flex items-center gap-1.5 text-xs text-primary">
      <Quote aria-hidden="true" />
      {path === null ? (
        words
      ) : (
        <Link href={`/w/${slug}${path}`} className="inline-block py-0.5">
          {words}
        </Link>
      )}
    </p>
  );
}
