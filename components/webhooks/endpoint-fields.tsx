"use client";

import { useTranslations } from "next-intl";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ActionResult } from "#lib/actions/result.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "#lib/webhooks/types.ts";
import { eventKey } from "./event-key.ts";

export type EndpointFieldsProps = {
  /** What the server refused, with what was typed */
  refused: Extract<ActionResult<never>, { ok: false }> | null;
  /** What is stored; nothing for a new one */
  url?: string;
  events?: readonly WebhookEvent[];
};

/** Address and events of a webhook, and why it was refused. */
export function EndpointFields({ refused, url, events = [] }: EndpointFieldsProps) {
  const t = useTranslations("webhooks");
  const ticked = refused ? (refused.values?.["events"] ?? "").split(",") : events;
  return (
    <>
      <TextField
        label={t("url")}
        name="url"
        hint={t("urlHint")}
        autoComplete="off"
        placeholder="https://"
        defaultValue={refused?.values?.["url"] ?? url}
        errors={refused?.fields?.["url"]}
      />
      <CheckboxGroup
        key={ticked.join(" ")}
        label={t("events")}
        name="events[]"
        options={WEBHOOK_EVENTS.map((value) => ({
          value,
          label: t(`event.${eventKey(value)}`),
          hint: <span className="font-mono">{value}</span>,
        }))}
        defaultValue={ticked}
        errors={refused?.fields?.["events"]}
      />
      {refused && (
        <Notice tone="bad" isAlert>
          {refused.message}
        </Notice>
      )}
    </>
  );
}
