import { Headset } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import type { CardWithClaims } from "#lib/personae/index.ts";
import { PersonaFace } from "./persona-face.tsx";

export type PrintCardsProps = {
  personae: readonly CardWithClaims[];
  workspace: string;
  /** YYYY-MM-DD */
  today: string;
  locale: string;
};

const ON_A_SHEET = 4;
const MOST_CLAIMS = 4;
const LISTED = ["goals", "frustrations", "emotionalNeeds", "promise", "channels"] as const;

/** One card as a sheet of A5; several as quarters of A4, four to a sheet. The paper is seen on the screen as it will be. */
export function PrintCards({ personae, ...card }: PrintCardsProps) {
  const [only] = personae;
  if (personae.length === 1 && only)
    return (
      <div className="card-sheet card-sheet-a5">
        <PrintCard persona={only} {...card} isLarge />
      </div>
    );
  const sheets = Array.from({ length: Math.ceil(personae.length / ON_A_SHEET) }, (_, at) =>
    personae.slice(ON_A_SHEET * at, ON_A_SHEET * (at + 1)),
  );
  return sheets.map((sheet) => (
    <div key={sheet[0]?.id} className="card-sheet card-sheet-a4">
      {sheet.map((persona) => (
        <PrintCard key={persona.id} persona={persona} {...card} isLarge={false} />
      ))}
    </div>
  ));
}

type PrintCardProps = Omit<PrintCardsProps, "personae"> & {
  persona: CardWithClaims;
  /** On a sheet of its own there is room for its claims */
  isLarge: boolean;
};

function PrintCard({ persona, workspace, today, locale, isLarge }: PrintCardProps) {
  const t = useTranslations("personae");
  const { name, segment, quote, frontlineTip, ratio, claims } = persona;
  const texts = LISTED.flatMap((key) =>
    persona[key] === null ? [] : [{ key, text: persona[key] }],
  );
  const backed = ratio.many + ratio.few;
  return (
    <article
      className="print-card"
      data-length={lengthOf(persona, isLarge)}
      data-large={isLarge || undefined}
      aria-label={name}
    >
      <header>
        <PersonaFace name={name} size={isLarge ? 72 : 48} />
        <div>
          <h2>{name}</h2>
          <p>{segment.name}</p>
        </div>
      </header>
      {quote !== null && <blockquote>{t("quoted", { quote })}</blockquote>}
      <dl>
        {texts.map(({ key, text }) => (
          <div key={key}>
            <dt>{t(`text_${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {isLarge && claims.length > 0 && (
          <div>
            <dt>{t("claims")}</dt>
            <dd>
              <ul>
                {claims.slice(0, MOST_CLAIMS).map(({ id, statement }) => (
                  <li key={id}>{statement}</li>
                ))}
                {claims.length > MOST_CLAIMS && (
                  <li>{t("moreClaims", { count: claims.length - MOST_CLAIMS })}</li>
                )}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {frontlineTip !== null && (
        <p className="print-card-tip">
          <Headset aria-hidden="true" />
          <span>
            <span className="sr-only">{t("text_frontlineTip")}: </span>
            {frontlineTip}
          </span>
        </p>
      )}
      <footer>
        {t("printFoot", {
          ...{ workspace, backed, claims: ratio.claims, day: formatDay(today, locale) },
        })}
      </footer>
    </article>
  );
}

type Length = "brief" | "short" | "medium" | "long" | "full";

/** How much a card holds: the more, the smaller it is set, so that nothing is cut off. */
function lengthOf(persona: CardWithClaims, isLarge: boolean): Length {
  const texts = [...LISTED, "quote" as const, "frontlineTip" as const];
  const told = texts.reduce((sum, key) => sum + (persona[key]?.length ?? 0) + 40, 0);
  const claims = isLarge ? persona.claims.slice(0, MOST_CLAIMS) : [];
  const length = claims.reduce((sum, { statement }) => sum + statement.length + 40, told);
  if (length < 600) return "brief";
  if (length < 900) return "short";
  if (length < 1_300) return "medium";
  return length < 2_000 ? "long" : "full";
}
