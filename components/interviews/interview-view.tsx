import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { MainAndAside } from "#components/ui/main-and-aside.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { CutTarget, Cutting, InterviewDetail } from "#lib/interviews/types.ts";
import { CutForm } from "./cut-form.tsx";

export type InterviewViewProps = {
  interview: InterviewDetail;
  slug: string;
  targets: readonly CutTarget[];
  /** null for who may only read */
  cut: FormAction<{ id: string }> | null;
};

const NOTES_ID = "interview-notes";

/** The notes of a talk, what was cut out of them, and the form that cuts more. */
export function InterviewView({ interview, slug, targets, cut }: InterviewViewProps) {
  const t = useTranslations("personae");
  const { notes, cuttings, customer } = interview;
  return (
    <MainAndAside>
      <Panel title={t("notes")}>
        {customer && (
          <p className="mb-3 text-muted">
            {t("customer")}{" "}
            <Link href={`/w/${slug}/customers/${customer.id}`} className="inline-block py-0.5">
              {customer.number}
            </Link>
          </p>
        )}
        {notes === null ? (
          <p className="text-muted">{t("notesGone")}</p>
        ) : (
          <div id={NOTES_ID} className="max-w-[72ch] text-md break-words whitespace-pre-line">
            {notes}
          </div>
        )}
      </Panel>
      <div className="grid gap-4">
        {cut && notes !== null && (
          <Panel title={t("cutTitle")} caption={t("cutCaption")}>
            {targets.length === 0 ? (
              <p className="text-muted">{t("cutNoTarget")}</p>
            ) : (
              <CutForm
                tenant={slug}
                pieces={cuttings.length}
                interviewId={interview.id}
                notesId={NOTES_ID}
                targets={targets}
                action={cut}
              />
            )}
          </Panel>
        )}
        <Panel title={t("cuttings")}>
          {cuttings.length === 0 ? (
            <p className="text-muted">{t("cuttingsNone")}</p>
          ) : (
            <ul className="divide-y divide-hairline">
              {cuttings.map((cutting) => (
                <CuttingEntry key={cutting.id} cutting={cutting} slug={slug} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </MainAndAside>
  );
}

function CuttingEntry({ cutting, slug }: { cutting: Cutting; slug: string }) {
  const t = useTranslations("evidence");
  const { excerpt, stance, about, path } = cutting;
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex items-start gap-2">
        <span className="min-w-0 flex-1 break-words">
          {path === null ? (
            about
          ) : (
            <Link href={`/w/${slug}${path}`} className="inline-block py-0.5">
              {about}
            </Link>
          )}
        </span>
        {stance === "contradicts" && <Chip tone="bad">{t("against")}</Chip>}
      </p>
      {excerpt !== null && (
        <blockquote className="border-s-2 border-primary ps-3 break-words whitespace-pre-line">
          {excerpt}
        </blockquote>
      )}
    </li>
  );
}
