"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult } from "#lib/actions/result.ts";
import type { AddressPreview, SourceFetchView } from "#lib/source-fetch/types.ts";
import type { SourceKind } from "#lib/sources/types.ts";
import { AddressPreviewPanel } from "./address-preview-panel.tsx";
import { FetchFields, type GivenFetch, type MappingChoice } from "./fetch-fields.tsx";

/** What the action answers: what was typed, and what the address showed; null after saving. */
export type SetFetchAnswer = {
  preview: AddressPreview | null;
  given: { readonly [name: string]: string | number };
};

export type FetchFormProps = {
  tenant: string;
  sourceId: string;
  /** null for a source that is not fetched yet */
  stored: SourceFetchView | null;
  likelyKind: SourceKind;
  mappings: readonly MappingChoice[];
  timeZone: string;
  action: (
    previous: ActionResult<SetFetchAnswer> | null,
    form: FormData,
  ) => Promise<ActionResult<SetFetchAnswer>>;
};

/** Where a source is fetched from, and when: first tried, then saved. */
export function FetchForm({
  tenant,
  sourceId,
  stored,
  mappings,
  timeZone,
  ...props
}: FetchFormProps) {
  const t = useTranslations("sources");
  const [state, submit, isPending] = useSafeAction(props.action);
  const form = useFirstBadField(state);
  const refusal = state?.ok === false ? state : null;
  const preview = state?.ok ? state.data.preview : null;
  const typed = state?.ok ? textsOf(state.data.given) : refusal?.values;
  return (
    <>
      <Panel>
        <form ref={form} action={submit} className="flex max-w-xl flex-col gap-5">
          <input type="hidden" name="tenant" value={tenant} />
          <input type="hidden" name="sourceId" value={sourceId} />
          <FetchFields
            given={{ ...givenOf(stored, props.likelyKind), ...typed }}
            errors={refusal?.fields ?? {}}
            hasSecret={stored !== null && stored.signIn !== "none"}
            mappings={mappings}
            timeZone={timeZone}
          />
          {refusal && (
            <Notice tone="bad" isAlert>
              {refusal.message}
            </Notice>
          )}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" name="intent" value="try" isPending={isPending}>
              {t("tryAddress")}
            </Button>
            <Button
              type="submit"
              name="intent"
              value="save"
              variant="primary"
              isPending={isPending}
            >
              {t("saveFetch")}
            </Button>
          </div>
        </form>
      </Panel>
      {preview && <AddressPreviewPanel preview={preview} />}
    </>
  );
}

const LIKELY: Partial<Record<SourceKind, string>> = {
  complaint_log: "complaints",
  service_log: "interactions",
  sales_log: "interactions",
  crm: "customers",
  orders: "orders",
  win_loss: "win_loss",
  finance: "activity_rates",
};

function givenOf(stored: SourceFetchView | null, kind: SourceKind): GivenFetch {
  return {
    url: stored?.url ?? "",
    signIn: stored?.signIn ?? "none",
    userName: "",
    kind: stored?.kind ?? LIKELY[kind] ?? "signals",
    mappingId: "",
    rhythm: stored?.rhythm ?? "daily",
    atHour: String(stored?.atHour ?? 5),
    weekDay: String(stored?.weekDay ?? 1),
  };
}

function textsOf(given: SetFetchAnswer["given"]): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}
