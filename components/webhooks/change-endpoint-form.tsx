"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import type { WebhookEvent } from "#lib/webhooks/types.ts";
import { EndpointFields } from "./endpoint-fields.tsx";

export type ChangeEndpointFormProps = {
  tenant: string;
  endpoint: { id: string; url: string; events: readonly WebhookEvent[] };
  action: FormAction<void>;
};

/** Another address or other events of a webhook. */
export function ChangeEndpointForm({ tenant, endpoint, action }: ChangeEndpointFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<void>(action);
  const form = useFirstBadField(state);
  const { id, url, events } = endpoint;
  return (
    <form ref={form} action={submit} className="flex max-w-xl flex-col gap-5">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="endpointId" value={id} />
      <EndpointFields refused={state?.ok === false ? state : null} url={url} events={events} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={isPending}>
          {t("save")}
        </Button>
        <p role="status" className="text-xs text-muted">
          {state?.ok && t("saved")}
        </p>
      </div>
    </form>
  );
}
