"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export type FetchActions = { ask: FormAction; stop: FormAction };

export type FetchButtonsProps = { tenant: string; sourceId: string; actions: FetchActions };

/** Fetch a source now, change how, or fetch it no more. */
export function FetchButtons({ tenant, sourceId, actions }: FetchButtonsProps) {
  const t = useTranslations("sources");
  const hidden = { tenant, sourceId };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionForm
        action={actions.ask}
        hidden={hidden}
        submitLabel={t("fetchNow")}
        doneText={t("fetchNowDone")}
        beside={
          <ButtonLink href={`/w/${tenant}/data/sources/${sourceId}/fetch`}>
            {t("fetchChange")}
          </ButtonLink>
        }
      />
      <ActionForm
        action={actions.stop}
        hidden={hidden}
        submitLabel={t("fetchStop")}
        variant="quiet"
      />
    </div>
  );
}
