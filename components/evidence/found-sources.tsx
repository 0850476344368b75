"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { EvidencePanel } from "#lib/evidence/index.ts";
import { passageWith } from "#lib/evidence/passage-with.ts";
import { type FoundSource, STANCES } from "#lib/evidence/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import type { EvidenceActions } from "./evidence-actions.ts";
import { useGone } from "./use-gone.ts";

export type FoundSourcesProps = {
  panel: EvidencePanel;
  slug: string;
  locale: string;
  actions: Pick<EvidenceActions, "link" | "cut">;
};

/** What words found, each with the form that makes it evidence. */
export function FoundSources({ panel, ...row }: FoundSourcesProps) {
  if (panel.find === "") return null;
  // Other words find other sources: none of those before was linked.
  return <FoundList key={`${panel.kind} ${panel.find}`} panel={panel} {...row} />;
}

function FoundList({ panel, ...row }: FoundSourcesProps) {
  const t = useTranslations("evidence");
  const { place, gone } = useGone(
    panel.found.map((found) => `${found.id} ${nameOf(found) ?? t("withoutName")}`),
    "summary",
    (key) => isLinked(panel, key.slice(0, key.indexOf(" "))),
  );
  const isEmpty = panel.found.length === 0;
  return (
    <div ref={place}>
      <p role="status" tabIndex={-1} className="text-muted">
        {gone !== null && t("linkedName", { name: gone.slice(gone.indexOf(" ") + 1) })}
        {isEmpty && ` ${t(gone === null ? "noMatch" : "noMore")}`}
      </p>
      {!isEmpty && (
        <ul aria-label={t("foundLabel")} className="divide-y divide-hairline">
          {panel.found.map((found) => (
            <li key={found.id} className="py-2">
              <details>
                <summary className="grid min-h-11 cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-0.5 py-1 sm:min-h-6 [&::-webkit-details-marker]:hidden">
                  <span className="text-2xs text-muted">
                    {[
                      t(`kind_${found.kind}`),
                      formatDay(found.occurredOn, row.locale),
                      found.source,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  <ChevronDown aria-hidden="true" className="row-span-2 text-muted" />
                  <span className="line-clamp-2 break-words">
                    {wordsOf(found) ?? t("withoutName")}
                  </span>
                </summary>
                <LinkForm panel={panel} found={found} {...row} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** An interview is found however often its words are cut out. */
function isLinked({ entries }: EvidencePanel, id: string): boolean {
  return entries.some(({ kind, sourceId }) => kind !== "interview" && sourceId === id);
}

function wordsOf({ body, title }: FoundSource): string | null {
  return body ?? title;
}

/** Its first words. */
function nameOf(found: FoundSource): string | null {
  const words = wordsOf(found);
  return words === null ? null : Array.from(words).slice(0, 60).join("");
}

type LinkFormProps = FoundSourcesProps & { found: FoundSource };

function LinkForm({ panel, found, slug, actions }: LinkFormProps) {
  const t = useTranslations("evidence");
  return (
    <div className="pt-2 pb-3">
      <ActionForm
        action={found.kind === "interview" ? actions.cut : actions.link}
        hidden={{ tenant: slug, ...pointersOf(panel, found) }}
        submitLabel={t("link")}
        doneText={t("linked")}
        describedAs={t("linkName", { name: nameOf(found) ?? found.source ?? "" })}
      >
        {(refusal) => (
          <>
            <TextArea
              label={t("excerpt")}
              name="excerpt"
              hint={t("excerptHint")}
              defaultValue={refusal?.values?.["excerpt"] ?? excerptOf(found, panel.find)}
              errors={refusal?.fields?.["excerpt"]}
            />
            <StanceField value={refusal?.values?.["stance"]} />
          </>
        )}
      </ActionForm>
    </div>
  );
}

/** What one is likely to keep of it: of an interview the passage that was found. */
function excerptOf({ kind, body }: FoundSource, find: string): string {
  const text = body ?? "";
  return (kind === "interview" ? passageWith(text, find) : text).slice(0, 2_000);
}

/** What the form of a source says of it: words of an interview are cut out of its notes. */
function pointersOf({ subject, subjectId }: EvidencePanel, { kind, id }: FoundSource) {
  return kind === "interview"
    ? { interviewId: id, target: `${subject}.${subjectId}` }
    : { subject, subjectId, source: kind, sourceId: id };
}

/** Whether a source speaks for a thing or against it. */
export function StanceField({ value }: { value: string | undefined }) {
  const t = useTranslations("evidence");
  return (
    <PlainSelect
      label={t("stance")}
      name="stance"
      hasNone={false}
      defaultValue={value ?? "supports"}
      options={STANCES.map((stance) => ({ value: stance, label: t(`stance_${stance}`) }))}
    />
  );
}
