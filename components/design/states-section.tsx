"use client";

import {
  ArrowRight,
  BadgeCheck,
  CircleCheck,
  Lock,
  MessageSquareQuote,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { SaveState } from "#components/ui/save-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Stepper } from "#components/ui/stepper.tsx";
import { Timeline, TimelineEntry } from "#components/ui/timeline.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { Specimen } from "./specimen.tsx";

const EMPTY = ["nothing-yet", "no-match", "no-permission", "failed"] as const;
const NOTICES = ["info", "warn", "bad"] as const;
const nothing = () => undefined;

/** What a page or a part of it says about itself. */
export function StatesSection() {
  return (
    <>
      <Nothing />
      <Progress />
      <Marks />
      <Events />
      <StateLanguages />
    </>
  );
}

function Nothing() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen title={t("controls.emptyState")} look="stack">
        {EMPTY.map((kind) => (
          <EmptyState
            key={kind}
            kind={kind}
            title={t(`empty.${kind}`)}
            actions={<Button>{t("sample.oneAction")}</Button>}
          >
            {t("sample.why")}
          </EmptyState>
        ))}
        <SkeletonRows rows={3} />
      </Specimen>
      <Specimen title={t("controls.notice")} look="stack">
        {NOTICES.map((tone) => (
          <Notice key={tone} tone={tone}>
            {t(`toasts.${tone}`)}
          </Notice>
        ))}
        <InlineError onRetry={nothing}>{t("sample.partFailed")}</InlineError>
        <InlineError onRetry={nothing} isPending>
          {t("sample.partFailed")}
        </InlineError>
      </Specimen>
    </>
  );
}

function Progress() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen title={t("controls.saveState")} look="row">
        <SaveState state="saving" />
        <SaveState state="saved" at="14:32" />
        <SaveState state="failed" onRetry={nothing} />
      </Specimen>
      <Specimen title={t("controls.progress")} look="stack">
        <ProgressBar label={t("controls.progress")} percent={48} valueText={t("sample.percent")} />
        <ProgressBar label={t("controls.progress")} percent={null} valueText={t("sample.rows")} />
        <Stepper
          label={t("controls.stepper")}
          steps={[
            { label: t("sample.step"), state: "done" },
            { label: t("sample.evidence"), state: "current" },
            { label: t("sample.history"), state: "todo" },
          ]}
        />
      </Specimen>
    </>
  );
}

function Marks() {
  const t = useTranslations("design");
  return (
    <Specimen title={t("controls.marks")} look="row">
      <Badge>{t("sample.count")}</Badge>
      <Badge tone="primary" label={t("sample.notRead")}>
        {t("sample.count")}
      </Badge>
      <Badge tone="bad">{t("sample.many")}</Badge>
      <Chip>{t("sample.plain")}</Chip>
      <Chip isMuted>{t("sample.plain")}</Chip>
      <Chip icon={<CircleCheck />} tone="good">
        {t("tones.good")}
      </Chip>
      <Chip icon={<TriangleAlert />} tone="warn">
        {t("tones.warn")}
      </Chip>
      <Avatar name={t("sample.person")} size="sm" />
      <Avatar name={t("sample.person")} />
      <Avatar name={t("sample.person")} size="lg" />
    </Specimen>
  );
}

function Events() {
  const t = useTranslations("design");
  return (
    <Specimen title={t("controls.timeline")} look="stack">
      <Timeline label={t("controls.timeline")}>
        <TimelineEntry
          look="quote"
          icon={<MessageSquareQuote />}
          title={t("sample.person")}
          detail={t("sample.byForm")}
          time={t("sample.time1")}
        >
          {t("sample.quote")}
        </TimelineEntry>
        <TimelineEntry icon={<BadgeCheck />} title={t("sample.colleague")} time={t("sample.time2")}>
          {t("sample.text")}
        </TimelineEntry>
        <TimelineEntry
          look="note"
          icon={<Lock />}
          title={t("sample.colleague")}
          detail={t("sample.internal")}
          time={t("sample.time2")}
        >
          {t("sample.note")}
        </TimelineEntry>
        <TimelineEntry icon={<ArrowRight />} title={t("sample.moved")} time={t("sample.time3")} />
      </Timeline>
    </Specimen>
  );
}

function StateLanguages() {
  return (
    <LanguageSamples>
      {({ title, text, error, action, first, second, value }) => (
        <>
          <EmptyState kind="no-match" title={title} actions={<Button>{action}</Button>}>
            {text}
          </EmptyState>
          <div className="grid gap-3">
            <Notice tone="warn">{text}</Notice>
            <InlineError onRetry={nothing}>{error}</InlineError>
          </div>
          <Timeline label={title}>
            <TimelineEntry
              look="quote"
              icon={<MessageSquareQuote />}
              title={first}
              detail={second}
              time={value}
            >
              {text}
            </TimelineEntry>
            <TimelineEntry look="note" icon={<Lock />} title={second} time={value}>
              {error}
            </TimelineEntry>
          </Timeline>
        </>
      )}
    </LanguageSamples>
  );
}
