import { Headset, TimerOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import type { PersonaCard as Card } from "#lib/personae/types.ts";
import { EvidenceMeter } from "./evidence-meter.tsx";
import { PersonaFace } from "./persona-face.tsx";
import { PersonaShares } from "./persona-shares.tsx";

export type PersonaCardProps = {
  persona: Card;
  slug: string;
  locale: string;
  isTicked: boolean;
};

/** A persona on the board: face first, what they say, what to do, and how well it is backed. */
export function PersonaCard({ persona, slug, locale, isTicked }: PersonaCardProps) {
  const t = useTranslations("personae");
  const { name, segment, quote, frontlineTip, numbers, ratio } = persona;
  return (
    <article className="flex h-full flex-col gap-4 rounded-md border border-hairline bg-surface p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <PersonaFace name={name} size={56} />
        <div className="min-w-0 flex-1">
          <h2 className="text-md">
            <Link
              href={`/w/${slug}/personae/${persona.id}`}
              isPlain
              className="inline-block py-1 wrap-anywhere"
            >
              {name}
            </Link>
          </h2>
          <SegmentFigures segment={segment} now={numbers} slug={slug} locale={locale} />
        </div>
        <TickBox
          name="id"
          value={persona.id}
          defaultChecked={isTicked}
          aria-label={t("select", { name })}
        />
      </div>
      {numbers && <PersonaShares numbers={numbers} locale={locale} />}
      {quote !== null && (
        <blockquote className="text-md text-pretty break-words">
          {t("quoted", { quote })}
        </blockquote>
      )}
      {frontlineTip !== null && (
        <p className="flex gap-2 text-xs wrap-anywhere">
          <Headset aria-hidden="true" className="mt-0.5 text-primary" />
          {frontlineTip}
        </p>
      )}
      <div className="mt-auto grid gap-2 border-t border-hairline pt-3">
        <EvidenceMeter ratio={ratio} isSmall />
        {ratio.stale > 0 && (
          <div>
            <Chip icon={<TimerOff aria-hidden="true" />} tone="warn">
              {t("stale", { count: ratio.stale })}
            </Chip>
          </div>
        )}
      </div>
    </article>
  );
}
