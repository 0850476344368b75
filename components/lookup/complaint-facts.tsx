import { useTranslations } from "next-intl";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import type { ComplaintPartProps } from "./complaint-part.ts";

/** What is recorded of a complaint; what is not recorded is a dash where one looks for it, and else left out. */
export function ComplaintFacts(props: ComplaintPartProps) {
  const t = useTranslations("lookup.complaintPage");
  const { complaint, formats } = props;
  const { status, isOpen, product, reason, subReason, resolution, closedOn } = complaint;
  const channel = useChannel(complaint.channel);
  const answer = (is: boolean | null) => (is === null ? null : t(is ? "yes" : "no"));
  const always = [
    { term: t("status"), value: status ?? t(isOpen ? "open" : "closed") },
    { term: t("received"), value: formatDay(complaint.receivedOn, formats.locale) },
    { term: t("channel"), value: channel ?? NO_VALUE },
    { term: t("department"), value: complaint.department ?? NO_VALUE },
    { term: t("touchpoint"), value: complaint.touchpoint ?? NO_VALUE },
  ];
  const known = [
    { term: t("product"), value: product },
    { term: t("reason"), value: [reason, subReason].filter(Boolean).join(" · ") },
    { term: t("segment"), value: complaint.segment },
    { term: t("timely"), value: answer(complaint.isTimely) },
    { term: t("disputed"), value: answer(complaint.isDisputed) },
    { term: t("resolution"), value: closedOn === null ? resolution : null },
  ].filter(({ value }) => value);
  return <DefinitionList entries={[...always, ...known, ...useOrigin(props)]} />;
}

/** The source and the file, with their pages for those who may open them. */
function useOrigin({ complaint, slug, permissions }: ComplaintPartProps): Definition[] {
  const t = useTranslations("lookup.complaintPage");
  const { sourceId, sourceName, importId, fileName } = complaint;
  const place = (may: boolean, href: string, words: string) =>
    may ? <Link href={`/w/${slug}/data/${href}`}>{words}</Link> : words;
  return [
    {
      term: t("source"),
      value: place(permissions.has("source:read"), `sources/${sourceId}`, sourceName),
    },
    ...(importId === null
      ? []
      : [
          {
            term: t("file"),
            value: place(permissions.has("import:read"), `imports/${importId}`, fileName ?? ""),
          },
        ]),
  ];
}

/** One of our channels in words; another as the source calls it. */
function useChannel(channel: string | null): string | null {
  const t = useTranslations("tiers");
  const known = CONTACT_CHANNELS.find((each) => each === channel);
  return known === undefined ? channel : t(`channels.${known}`);
}
