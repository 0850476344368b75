import { CircleCheck, CircleX, Clock, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { FetchTryView } from "#lib/source-fetch/types.ts";

export type FetchLogPanelProps = {
  tries: readonly FetchTryView[];
  tenant: string;
  formats: { locale: string; timeZone: string };
  mayImports: boolean;
};

/** The last fetches of a source and what came of each. */
export function FetchLogPanel({ tries, ...props }: FetchLogPanelProps) {
  const t = useTranslations("sources");
  const { locale, timeZone } = props.formats;
  return (
    <Panel title={t("logTitle")} caption={t("logCaption")} hasPadding={false}>
      <Table label={t("logTitle")}>
        <thead>
          <tr>
            <Th>{t("logWhen")}</Th>
            <Th>{t("logOutcome")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("logBytes")}
            </Th>
            <Th className="max-sm:hidden">{t("logWho")}</Th>
          </tr>
        </thead>
        <tbody>
          {tries.map((entry) => (
            <tr key={entry.id}>
              <RowTh className="py-2 align-top font-normal whitespace-nowrap">
                {formatInstant(entry.startedAt, locale, timeZone)}
              </RowTh>
              <Td className="py-2">
                <Outcome entry={entry} tenant={props.tenant} mayImports={props.mayImports} />
              </Td>
              <Td align="end" className="py-2 align-top max-sm:hidden">
                {entry.byteCount === null ? NO_VALUE : formatBytes(entry.byteCount, locale)}
              </Td>
              <Td className="py-2 align-top text-muted max-sm:hidden">
                {entry.isAsked ? (entry.askedByName ?? t("logMember")) : t("logSchedule")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type OutcomeProps = { entry: FetchTryView; tenant: string; mayImports: boolean };

function Outcome({ entry, tenant, mayImports }: OutcomeProps) {
  const t = useTranslations("sources");
  const { outcome, failure, detail, answerStatus, importId } = entry;
  return (
    <div className="flex min-w-40 flex-col items-start gap-1">
      <OutcomeChip outcome={outcome} />
      {outcome === "unchanged" && (
        <span className="text-2xs text-muted">{t("outcome_unchanged_text")}</span>
      )}
      {failure && (
        <span className="text-2xs">
          {t(`failure_${failure}`)}{" "}
          {answerStatus !== null && t("answered", { status: answerStatus })} {detail}
        </span>
      )}
      {importId && mayImports && (
        <Link
          href={`/w/${tenant}/data/imports/${importId}`}
          className="inline-flex min-h-11 items-center text-2xs sm:min-h-6"
        >
          {t("logImport")}
        </Link>
      )}
    </div>
  );
}

function OutcomeChip({ outcome }: Pick<FetchTryView, "outcome">) {
  const t = useTranslations("sources");
  switch (outcome) {
    case "imported":
      return (
        <Chip tone="good" icon={<CircleCheck />}>
          {t("outcome_imported")}
        </Chip>
      );
    case "unchanged":
      return (
        <Chip isMuted icon={<Minus />}>
          {t("outcome_unchanged")}
        </Chip>
      );
    case "failed":
      return (
        <Chip tone="bad" icon={<CircleX />}>
          {t("outcome_failed")}
        </Chip>
      );
    case null:
      return <Chip icon={<Clock />}>{t("outcome_running")}</Chip>;
  }
}
