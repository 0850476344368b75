import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { NamedUse, SegmentUse, SegmentUseKind } from "#lib/segments/segment-types.ts";

export type UseRowProps = {
  use: SegmentUse;
  segmentId: string;
  tenant: string;
  locale: string;
  /** Whether it is said how each lets the segment go */
  hasWays: boolean;
};

/** One kind of what uses a segment: how many, by name with a link where they have one, and what lets the segment go. */
export function UseRow({ use, segmentId, tenant, locale, hasWays }: UseRowProps) {
  const t = useTranslations("segmentation.manage");
  const { kind, count, named } = use;
  const place = placeOf(kind, segmentId);
  const text = t(`uses.${kind}`, { count, number: formatNumber(count, locale) });
  const more = count - named.length;
  return (
    <li className="text-xs">
      {place === null ? (
        text
      ) : (
        <Link href={`/w/${tenant}${place}`} className="inline-flex min-h-6 items-center">
          {text}
        </Link>
      )}
      {named.length > 0 && (
        <ul className="ms-3 border-s border-hairline ps-2">
          {named.map((each) => (
            <li key={each.id}>
              <Link
                href={`/w/${tenant}${pathOf(each, kind)}`}
                className="inline-flex min-h-6 items-center wrap-anywhere max-sm:min-h-11"
              >
                {each.name ?? t("untitled")}
              </Link>
            </li>
          ))}
          {kind !== "evidence" && more > 0 && (
            <li className="text-muted">{t("more", { count: formatNumber(more, locale) })}</li>
          )}
        </ul>
      )}
      {hasWays && kind !== "target" && <p className="text-2xs text-muted">{t(`ways.${kind}`)}</p>}
    </li>
  );
}

/** Where those that name a segment are seen, after "/w/<workspace>"; null where they are on many pages. */
function placeOf(kind: SegmentUseKind, segmentId: string): string | null {
  switch (kind) {
    case "needs":
    case "personae":
      return `/${kind}?segment=${segmentId}`;
    case "deletedNeeds":
      return "/needs";
    case "deletedPersonae":
      return "/personae";
    case "interviews":
    case "deletedInterviews":
      return "/personae/interviews";
    case "signals":
      return `/listening?segment=${segmentId}`;
    case "complaints":
      return "/data/records/complaints";
    case "winLoss":
      return "/data/records/win_loss";
    case "deletedClaims":
    case "evidence":
      return null;
    case "primary":
      return "/segments";
    case "target":
      return `/segments/targeting/${segmentId}`;
  }
}

/** The page of one of them; of what a number backs the page with its sources, where the number is taken away. */
function pathOf({ of, id, personaId }: NamedUse, kind: SegmentUseKind): string {
  const sources =
    kind === "evidence" && of !== "interview" ? evidenceQuery({ subject: of, subjectId: id }) : "";
  switch (of) {
    case "need":
      return `/needs/${id}${sources}`;
    case "persona":
      return `/personae/${id}${sources}`;
    case "claim":
      return `/personae/${personaId}${sources}`;
    case "interview":
      return `/personae/interviews/${id}`;
  }
}
