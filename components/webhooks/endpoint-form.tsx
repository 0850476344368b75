"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { type MadeSecret, WEBHOOK_EVENTS, type WebhookEvent } from "#lib/webhooks/types.ts";
import { eventKey } from "./event-key.ts";
import { SecretNotice } from "./secret-notice.tsx";

export type EndpointFormProps = {
  tenant: string;
  /** What it says now; null for a new one */
  endpoint: { id: string; url: string; events: readonly WebhookEvent[] } | null;
  action: FormAction<MadeSecret | undefined> | FormAction<MadeSecret> | FormAction<void>;
};

/** Address and events of a webhook; the secret of one that is made, this once. */
export function EndpointForm({ tenant, endpoint, action }: EndpointFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<MadeSecret | void>(action);
  const form = useFirstBadField(state);
  const refused = state?.ok === false ? state : null;
  const made = state?.ok ? state.data : null;
  const events = refused?.values?.["events"]?.split(",") ?? (refused ? [] : endpoint?.events);
  return (
    <>
      {made && <SecretNotice text={t("made")} secret={made.secret} />}
      <form ref={form} action={submit} className="flex max-w-xl flex-col gap-5">
        <input type="hidden" name="tenant" value={tenant} />
        {endpoint && <input type="hidden" name="endpointId" value={endpoint.id} />}
        <TextField
          label={t("url")}
          name="url"
          hint={t("urlHint")}
          autoComplete="off"
          placeholder="https://"
          defaultValue={refused?.values?.["url"] ?? endpoint?.url}
          errors={refused?.fields?.["url"]}
        />
        <CheckboxGroup
          key={events?.join(" ")}
          label={t("events")}
          name="events[]"
          options={WEBHOOK_EVENTS.map((value) => ({
            value,
            label: t(`event.${eventKey(value)}`),
            hint: <span className="font-mono">{value}</span>,
          }))}
          defaultValue={events ?? []}
          errors={refused?.fields?.["events"]}
        />
        {refused && (
          <Notice tone="bad" isAlert>
            {refused.message}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant={endpoint ? "default" : "primary"} isPending={isPending}>
            {t(endpoint ? "save" : "makeNow")}
          </Button>
          <p role="status" className="text-xs text-muted">
            {endpoint && state?.ok && t("saved")}
          </p>
        </div>
      </form>
    </>
  );
}
