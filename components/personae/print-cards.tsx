import { Headset } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import type { CardWithStages } from "#lib/personae/index.ts";
import type { PersonaStage } from "#lib/personae/types.ts";
import { cardLength } from "./card-length.ts";
import { FittedCard } from "./fitted-card.tsx";
import { PersonaFace } from "./persona-face.tsx";
import { PrintFigures } from "./print-figures.tsx";

export type PrintCardsProps = {
  personae: readonly CardWithStages[];
  workspace: string;
  /** YYYY-MM-DD */
  today: string;
  locale: string;
};

const ON_A_SHEET = 4;
const MOST_CLAIMS = 4;
/** Stages with a line: more of them would be too small to read. */
const MOST_LINES = 12;
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
  persona: CardWithStages;
  /** On a sheet of its own there is room for its claims */
  isLarge: boolean;
};

function PrintCard({ persona, workspace, today, locale, isLarge }: PrintCardProps) {
  const t = useTranslations("personae");
  const { name, segment, quote, frontlineTip, ratio, numbers } = persona;
  const backed = ratio.many + ratio.few;
  return (
    <FittedCard label={name} isLarge={isLarge} length={lengthOf(persona, isLarge)}>
      <header>
        <PersonaFace name={name} size={isLarge ? 72 : 48} />
        <div>
          <h2>{name}</h2>
          <p>{segment.name}</p>
        </div>
      </header>
      {numbers && <PrintFigures numbers={numbers} locale={locale} />}
      {quote !== null && <blockquote>{t("quoted", { quote })}</blockquote>}
      <CardTexts persona={persona} isLarge={isLarge} />
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
    </FittedCard>
  );
}

function CardTexts({ persona, isLarge }: Pick<PrintCardProps, "persona" | "isLarge">) {
  const t = useTranslations("personae");
  const { claims } = persona;
  const lines = linesOf(persona);
  return (
    <dl>
      {LISTED.map(
        (key) =>
          persona[key] !== null && (
            <div key={key}>
              <dt>{t(`text_${key}`)}</dt>
              <dd>{persona[key]}</dd>
            </div>
          ),
      )}
      {lines.length > 0 && (
        <div>
          <dt>{t("printStages")}</dt>
          <dd>
            <ol className="print-card-stages">
              {lines.slice(0, MOST_LINES).map(({ stageId, name, line }) => (
                <li key={stageId}>
                  <b>{name}</b> {line}
                </li>
              ))}
              {lines.length > MOST_LINES && (
                <li>{t("moreStages", { count: lines.length - MOST_LINES })}</li>
              )}
            </ol>
          </dd>
        </div>
      )}
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
  );
}

/** The stages of which something is said. */
function linesOf({ stages }: CardWithStages): PersonaStage[] {
  return stages.filter(({ line }) => line !== null);
}

function lengthOf(persona: CardWithStages, isLarge: boolean) {
  const lines = linesOf(persona).map(({ name, line }) => `${name} ${line ?? ""}`);
  const claims = isLarge ? persona.claims.map(({ statement }) => statement) : [];
  // One more than is shown stands for the row that says how many more there are.
  const lists = [lines.slice(0, MOST_LINES + 1), claims.slice(0, MOST_CLAIMS + 1)];
  const { quote, frontlineTip: tip, numbers } = persona;
  const texts = LISTED.flatMap((key) => persona[key] ?? []);
  return cardLength({ quote, texts, lists, tip, hasFigures: numbers !== null }, isLarge);
}
