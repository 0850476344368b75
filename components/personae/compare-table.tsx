import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { CardWithStages } from "#lib/personae/index.ts";
import { PERSONA_TEXTS, type PersonaStage } from "#lib/personae/types.ts";
import { MEASURES, type MeasureName } from "#lib/segments/segment-measures.ts";
import { EvidenceMeter } from "./evidence-meter.tsx";
import { intervalText, measureWriter } from "./measure-text.ts";
import { PersonaFace } from "./persona-face.tsx";

export type CompareTableProps = {
  personae: readonly CardWithStages[];
  slug: string;
  locale: string;
};

/** Two to four personae side by side: who they are, the numbers of their segments, what they live through, and how well each is backed. */
export function CompareTable({ personae, slug, locale }: CompareTableProps) {
  const t = useTranslations("personae");
  const stages = personae[0]?.stages ?? [];
  const row = (key: string, label: string, cell: (persona: CardWithStages) => ReactNode) => (
    <tr key={key}>
      <RowTh className="align-top">
        <div className="max-w-40 min-w-24 py-1.5 wrap-anywhere whitespace-normal text-muted">
          {label}
        </div>
      </RowTh>
      {personae.map((persona) => (
        <Td key={persona.id} className="align-top">
          <div className="min-w-44 py-1.5 break-words whitespace-normal">{cell(persona)}</div>
        </Td>
      ))}
    </tr>
  );
  return (
    <Panel hasPadding={false}>
      <Table label={t("compareLabel")}>
        <thead>
          <tr>
            <Th>{t("title")}</Th>
            {personae.map(({ id, name }) => (
              <Th key={id}>
                <span className="flex min-w-44 items-center gap-2 py-2 whitespace-normal">
                  <PersonaFace name={name} size={36} />
                  <Link href={`/w/${slug}/personae/${id}`} className="inline-block py-1">
                    {name}
                  </Link>
                </span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row("segment", t("segment"), ({ segment }) => segment.name)}
          {row("size", t("size"), ({ numbers }) =>
            formatNumber(numbers?.customers ?? null, locale),
          )}
          {row("tier", t("tier"), ({ numbers }) => numbers?.tier ?? NO_VALUE)}
          {MEASURES.map((name) =>
            row(name, t(`measure_${name}`), ({ numbers }) => (
              <NumberCell name={name} numbers={numbers} locale={locale} />
            )),
          )}
          {PERSONA_TEXTS.map((name) =>
            row(name, t(`text_${name}`), (persona) => persona[name] ?? NO_VALUE),
          )}
          <tr>
            <RowTh colSpan={personae.length + 1}>
              <div className="pt-3 text-xs font-semibold">{t("storyTitle")}</div>
            </RowTh>
          </tr>
          {stages.map(({ stageId, name }) =>
            row(stageId, name, (persona) => (
              <StageCell
                stage={persona.stages.find((each) => each.stageId === stageId)}
                locale={locale}
              />
            )),
          )}
          {row("evidence", t("evidence"), ({ ratio }) => (
            <EvidenceMeter ratio={ratio} isSmall isNamed={false} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type NumberCellProps = Pick<CardWithStages, "numbers"> & { name: MeasureName; locale: string };

function NumberCell({ name, numbers, locale }: NumberCellProps) {
  if (!numbers) return NO_VALUE;
  const write = measureWriter(name, { locale, currency: numbers.currency });
  const measure = numbers.now[name];
  const reach = measure.interval ? `${intervalText(measure, write)} · ` : "";
  return (
    <>
      <span className="font-medium">{write(measure.value)}</span>
      <span className="block text-2xs text-muted tabular-nums">
        {`${reach}n ${formatNumber(measure.n, locale)}`}
      </span>
    </>
  );
}

type StageCellProps = { stage: PersonaStage | undefined; locale: string };

/** What happens at a stage, and how it feels against how it should. */
function StageCell({ stage, locale }: StageCellProps) {
  const t = useTranslations("personae");
  if (!stage) return NO_VALUE;
  const { line, actual, desired } = stage;
  const emotion = (value: number | null) => formatNumber(value, locale, { isSigned: true });
  const isJudged = actual !== null || desired !== null;
  return (
    <>
      {line ?? NO_VALUE}
      {isJudged && (
        <span className="block text-2xs text-muted tabular-nums">
          {`${t("actual")} ${emotion(actual)} · ${t("desired")} ${emotion(desired)}`}
        </span>
      )}
    </>
  );
}
