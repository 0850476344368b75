import { Columns2, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import type { PersonaCard as Card } from "#lib/personae/types.ts";
import { PersonaCard } from "./persona-card.tsx";

export type PersonaBoardProps = {
  personae: readonly Card[];
  slug: string;
  locale: string;
  /** Ids that are ticked at first */
  ticked: readonly string[];
};

/** All cards, to open, or to tick for comparing and printing. A plain form: it works without JavaScript. */
export function PersonaBoard({ personae, slug, locale, ticked }: PersonaBoardProps) {
  const t = useTranslations("personae");
  const base = `/w/${slug}/personae`;
  return (
    <form method="get" action={`${base}/compare`} className="grid gap-4">
      <div className="no-print flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-60 text-xs text-muted">{t("selectHint")}</p>
        <button type="submit" className={buttonStyle({})}>
          <Columns2 aria-hidden="true" />
          {t("compare")}
        </button>
        <button type="submit" formAction={`${base}/print`} className={buttonStyle({})}>
          <Printer aria-hidden="true" />
          {t("print")}
        </button>
      </div>
      <ul
        aria-label={t("boardLabel")}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4"
      >
        {personae.map((persona) => (
          <li key={persona.id} className="min-w-0">
            <PersonaCard
              persona={persona}
              slug={slug}
              locale={locale}
              isTicked={ticked.includes(persona.id)}
            />
          </li>
        ))}
      </ul>
    </form>
  );
}
