import { CircleCheck, FileInput, MessageSquareQuote, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { MainAndAside } from "#components/ui/main-and-aside.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Timeline, TimelineEntry } from "#components/ui/timeline.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { ComplaintFacts } from "./complaint-facts.tsx";
import type { ComplaintPartProps } from "./complaint-part.ts";
import { ComplaintSide } from "./complaint-side.tsx";

/** One complaint: what was said, what became of it, whose it is and how they are treated. */
export function ComplaintView(props: ComplaintPartProps) {
  const t = useTranslations("lookup.complaintPage");
  const { complaint, formats } = props;
  return (
    <MainAndAside>
      <div className="min-w-0 space-y-4">
        <Panel title={t("history")}>
          <ComplaintHistory complaint={complaint} formats={formats} />
        </Panel>
        <Panel title={t("recorded")} caption={t("recordedCaption")}>
          <ComplaintFacts {...props} />
        </Panel>
      </div>
      <ComplaintSide {...props} />
    </MainAndAside>
  );
}

type ComplaintHistoryProps = Pick<ComplaintPartProps, "complaint" | "formats">;

function ComplaintHistory({ complaint, formats }: ComplaintHistoryProps) {
  const t = useTranslations("lookup.complaintPage");
  const { locale, timeZone } = formats;
  const { customer, isMasked, body, receivedAt, receivedOn, closedOn, resolution } = complaint;
  const known = customer?.name ?? customer?.number;
  return (
    <Timeline label={t("history")}>
      <TimelineEntry
        icon={<MessageSquareQuote />}
        title={known ?? t(isMasked ? "someCustomer" : "somebody")}
        detail={t("complained")}
        time={
          receivedAt ? formatInstant(receivedAt, locale, timeZone) : formatDay(receivedOn, locale)
        }
        look={body ? "quote" : "plain"}
      >
        {body ? <p className="whitespace-pre-line">{body}</p> : t("noWords")}
      </TimelineEntry>
      <WrittenEntry complaint={complaint} formats={formats} />
      {closedOn && (
        <TimelineEntry
          icon={<CircleCheck />}
          title={t("closed")}
          time={formatDay(closedOn, locale)}
        >
          {resolution && <p className="whitespace-pre-line">{resolution}</p>}
        </TimelineEntry>
      )}
    </Timeline>
  );
}

/** How it came here: by a file, by hand, or by the API. */
function WrittenEntry({ complaint, formats }: ComplaintHistoryProps) {
  const t = useTranslations("lookup.complaintPage");
  const { fileName, importedAt, number, sourceName } = complaint;
  if (fileName !== null) {
    return (
      <TimelineEntry
        icon={<FileInput />}
        title={t("imported")}
        detail={t("fromSource", { source: sourceName })}
        time={formatInstant(importedAt, formats.locale, formats.timeZone)}
      >
        {fileName}
      </TimelineEntry>
    );
  }
  if (number !== null) return null;
  return <TimelineEntry icon={<PenLine />} title={t("byHand")} time="" />;
}
