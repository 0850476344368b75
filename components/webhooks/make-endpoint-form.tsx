"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import type { MadeSecret } from "#lib/webhooks/types.ts";
import { EndpointFields } from "./endpoint-fields.tsx";
import { SecretNotice } from "./secret-notice.tsx";

export type MakeEndpointFormProps = { tenant: string; action: FormAction<MadeSecret> };

/** Address and events of a new webhook; its secret once it is made. */
export function MakeEndpointForm({ tenant, action }: MakeEndpointFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<MadeSecret>(action);
  const form = useFirstBadField(state);
  return (
    <>
      {state?.ok && <SecretNotice text={t("made")} secret={state.data.secret} />}
      <form ref={form} action={submit} className="flex max-w-xl flex-col gap-5">
        <input type="hidden" name="tenant" value={tenant} />
        <EndpointFields refused={state?.ok === false ? state : null} />
        <div>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("makeNow")}
          </Button>
        </div>
      </form>
    </>
  );
}
