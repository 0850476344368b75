import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { BrowserSession } from "#lib/accounts/types.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { ActionButton } from "./action-button.tsx";

type Formats = { locale: string; timeZone: string };

export type SessionsPanelProps = {
  sessions: readonly BrowserSession[];
  formats: Formats;
  end: FormAction<void>;
  endOthers: FormAction<unknown>;
};

/** Every browser somebody is signed in with, and the way to end it. */
export function SessionsPanel({ sessions, formats, end, endOthers }: SessionsPanelProps) {
  const t = useTranslations("account");
  return (
    <Panel
      title={t("sessions", { count: sessions.length })}
      caption={t("sessionsCaption")}
      footer={
        sessions.length > 1 && <ActionButton action={endOthers}>{t("endOthers")}</ActionButton>
      }
    >
      <ul className="-my-3 divide-y divide-hairline">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} formats={formats} end={end} />
        ))}
      </ul>
    </Panel>
  );
}

const PHONES: readonly (string | null)[] = ["iPhone", "iPad", "Android"];

type LineProps = { session: BrowserSession; formats: Formats; end: FormAction<void> };

function SessionLine({ session, formats, end }: LineProps) {
  const t = useTranslations("account");
  const { browser, system, callerAddress } = session;
  const words =
    browser && system
      ? t("browserOn", { browser, system })
      : (browser ?? system ?? t("unknownBrowser"));
  const { locale, timeZone } = formats;
  const openedAt = formatInstant(session.openedAt, locale, timeZone);
  const seenAt = formatInstant(session.seenAt, locale, timeZone);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <span aria-hidden="true" className="text-muted">
        {PHONES.includes(system) ? <Smartphone /> : <Monitor />}
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {words}
          {session.isThisOne && <Chip>{t("thisBrowser")}</Chip>}
        </p>
        <p className="mt-0.5 text-2xs text-muted tabular-nums">
          {callerAddress && `${callerAddress} · `}
          {t("sessionFacts", { openedAt, seenAt })}
        </p>
      </div>
      {!session.isThisOne && (
        <ActionButton
          action={end}
          fields={{ sessionId: session.id }}
          size="sm"
          aria-label={t("endSessionOf", { browser: words, openedAt })}
        >
          {t("endSession")}
        </ActionButton>
      )}
    </li>
  );
}
