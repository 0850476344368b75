import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { AuditEventRow } from "#lib/audit/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { type AuditWords, actorText, fieldName, valueText } from "./audit-words.ts";
import { objectHref } from "./object-href.ts";

export type AuditTableProps = {
  events: readonly AuditEventRow[];
  tenant: string;
  permissions: ReadonlySet<string>;
  locale: string;
  currency: string;
  timeZone: string;
};

/** Events, the newest first: when, who, what, and what it was before. */
export function AuditTable({ events, timeZone, ...props }: AuditTableProps) {
  const t = useTranslations("audit");
  const people = useTranslations("people");
  const words = { t, people, locale: props.locale, currency: props.currency };
  return (
    <Panel
      hasPadding={false}
      footer={<p className="text-2xs text-muted">{t("zone", { timeZone })}</p>}
    >
      <Table label={t("title")}>
        <thead>
          <tr>
            <Th>{t("when")}</Th>
            <Th className="max-sm:hidden">{t("who")}</Th>
            <Th>{t("what")}</Th>
            <Th className="w-1/2 max-sm:hidden">{t("changes")}</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <Td className="text-muted sm:whitespace-nowrap">
                {formatInstant(event.at, props.locale, timeZone)}
                <span className="block text-text sm:hidden">{actorText(event.actor, t)}</span>
              </Td>
              <Td className="whitespace-nowrap max-sm:hidden">{actorText(event.actor, t)}</Td>
              <Td>
                <span className="block sm:min-w-40">
                  {event.action ? t(`actions.${event.action}`) : event.word}
                </span>
                <EventObject
                  object={event.object}
                  href={objectHref(props.tenant, event.object, props.permissions)}
                />
                <span className="sm:hidden">
                  <Changes changes={event.changes} words={words} />
                </span>
              </Td>
              <Td className="max-sm:hidden">
                <Changes changes={event.changes} words={words} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type EventObjectProps = { object: AuditEventRow["object"]; href: string | null };

function EventObject({ object, href }: EventObjectProps) {
  const t = useTranslations("audit");
  const kind = object.type ? t(`objects.${object.type}`) : object.word;
  const name = object.name ?? kind;
  if (href)
    return (
      <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-2xs">
        {name}
      </Link>
    );
  return (
    <span className="block text-2xs text-muted">
      {object.isThere || object.id === null ? name : `${kind}, ${t("gone")}`}
    </span>
  );
}

type ChangesProps = { changes: AuditEventRow["changes"]; words: AuditWords };

function Changes({ changes, words }: ChangesProps) {
  const { t } = words;
  return (
    <ul className="flex flex-wrap sm:min-w-56 gap-x-4 gap-y-0.5 text-2xs">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="min-w-0 break-words">
          <span className="text-muted">{fieldName(field, t)}</span>{" "}
          {before !== undefined && (
            <>
              <span className="sr-only">{t("before")}</span>
              <span className="text-muted line-through">{valueText(field, before, words)}</span>
            </>
          )}
          {before !== undefined && after !== undefined && (
            <>
              <span aria-hidden="true"> → </span>
              <span className="sr-only">{t("now")}</span>
            </>
          )}
          {after !== undefined && <span>{valueText(field, after, words)}</span>}
        </li>
      ))}
    </ul>
  );
}
