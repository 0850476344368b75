import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { SourceFetchView } from "#lib/source-fetch/types.ts";
import type { HookRow } from "#lib/webhooks/types.ts";
import { type FetchActions, FetchButtons } from "./fetch-buttons.tsx";
import { useFetchTimes } from "./fetch-times.ts";

export type FeedPanelProps = {
  tenant: string;
  sourceId: string;
  isArchived: boolean;
  /** null for a source that is not fetched */
  fetch: SourceFetchView | null;
  hooks: readonly HookRow[];
  formats: { locale: string; timeZone: string };
  permissions: ReadonlySet<string>;
  /** null for who may only read */
  actions: FetchActions | null;
};

/** How rows come into a source: fetched from an address, sent to a hook, or by hand. */
export function FeedPanel(props: FeedPanelProps) {
  const { tenant, sourceId, fetch, hooks, permissions, actions } = props;
  const t = useTranslations("sources");
  const mayFetch = actions !== null && !props.isArchived;
  const ways = waysOf(props);
  return (
    <Panel title={t("feedTitle", { ways })}>
      <div className="flex flex-col items-start gap-4">
        {ways === "none" && <p className="text-muted">{t("feedNone")}</p>}
        {fetch && <FetchFacts fetch={fetch} formats={props.formats} />}
        {fetch && mayFetch && (
          <FetchButtons tenant={tenant} sourceId={sourceId} actions={actions} />
        )}
        {hooks.length > 0 && (
          <HookList hooks={hooks} tenant={tenant} mayOpen={permissions.has("webhook:write")} />
        )}
        {ways === "none" && mayFetch && <WaysOfFeeding {...{ tenant, sourceId, permissions }} />}
      </div>
    </Panel>
  );
}

function waysOf({ fetch, hooks }: Pick<FeedPanelProps, "fetch" | "hooks">) {
  if (hooks.length === 0) return fetch ? "fetch" : "none";
  return fetch ? "both" : "hook";
}

type WaysProps = Pick<FeedPanelProps, "tenant" | "sourceId" | "permissions">;

function WaysOfFeeding({ tenant, sourceId, permissions }: WaysProps) {
  const t = useTranslations("sources");
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href={`/w/${tenant}/data/sources/${sourceId}/fetch`}>{t("fetchSet")}</ButtonLink>
      {permissions.has("webhook:write") && (
        <ButtonLink href={`/w/${tenant}/settings/webhooks`} variant="quiet">
          {t("makeHook")}
        </ButtonLink>
      )}
    </div>
  );
}

type FetchFactsProps = { fetch: SourceFetchView; formats: FeedPanelProps["formats"] };

function FetchFacts({ fetch, formats }: FetchFactsProps) {
  const t = useTranslations("sources");
  const timesOf = useFetchTimes();
  const { url, signIn, kind, nextFetchAt, isRunning, failures } = fetch;
  const next = nextFetchAt && formatInstant(nextFetchAt, formats.locale, formats.timeZone);
  const facts: Definition[] = [
    {
      term: t("fetchAddress"),
      value: (
        <>
          <span className="font-mono text-2xs break-all">{url}</span>
          <span className="block text-2xs text-muted">
            {t(signIn === "none" ? "signInNone" : "signInStored")}
          </span>
        </>
      ),
    },
    { term: t("fetchHolds"), value: t(`rows_${kind}`) },
    { term: t("fetchWhen"), value: timesOf(fetch) },
    {
      term: t("fetchNext"),
      value: isRunning ? t("fetchRunning") : (next ?? <Chip isMuted>{t("fetchGivenUp")}</Chip>),
    },
  ];
  return (
    <>
      {failures > 0 && (
        <Notice tone={next === null ? "bad" : "warn"}>
          {next === null ? t("fetchGivenUpText") : t("fetchFailing", { failures })}
        </Notice>
      )}
      <DefinitionList entries={facts} />
    </>
  );
}

type HookListProps = { hooks: readonly HookRow[]; tenant: string; mayOpen: boolean };

function HookList({ hooks, tenant, mayOpen }: HookListProps) {
  const t = useTranslations("sources");
  return (
    <section className="w-full" aria-label={t("feedHooks")}>
      <h3 className="text-xs font-medium text-muted">{t("feedHooks")}</h3>
      <ul>
        {hooks.map(({ id, name, isOff, received }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            {mayOpen ? (
              <Link
                href={`/w/${tenant}/settings/webhooks/hooks/${id}`}
                className="inline-flex min-h-11 items-center sm:min-h-6"
              >
                {name}
              </Link>
            ) : (
              name
            )}
            <span className="text-2xs text-muted">{t("feedHook", { received })}</span>
            {isOff && (
              <Chip isMuted icon={<CircleX />}>
                {t("feedHookOff")}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
