import { CircleCheck, CircleX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { DeliveryStatus, EndpointRow } from "#lib/webhooks/types.ts";

export type EndpointsPanelProps = {
  endpoints: readonly EndpointRow[];
  tenant: string;
  locale: string;
  timeZone: string;
};

/** The webhooks of a workspace and how their addresses take messages. */
export function EndpointsPanel({ endpoints, ...props }: EndpointsPanelProps) {
  const t = useTranslations("webhooks");
  const title = t("out", { count: endpoints.length });
  if (endpoints.length === 0)
    return (
      <EmptyState kind="nothing-yet" isSmall title={title}>
        {t("outNone")}
      </EmptyState>
    );
  return (
    <Panel title={title} caption={t("outCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("address")}</Th>
            <Th>{t("status")}</Th>
            <Th className="max-sm:hidden">{t("health")}</Th>
            <Th className="max-sm:hidden">{t("lastTry")}</Th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <EndpointTr key={endpoint.id} endpoint={endpoint} {...props} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type EndpointTrProps = Omit<EndpointsPanelProps, "endpoints"> & { endpoint: EndpointRow };

function EndpointTr({ endpoint, tenant, locale, timeZone }: EndpointTrProps) {
  const t = useTranslations("webhooks");
  const { id, url, events, offReason, lastTriedAt, lastStatus, sent, dead, waiting } = endpoint;
  return (
    <tr>
      <RowTh className="min-w-40 py-2">
        <Link
          href={`/w/${tenant}/settings/webhooks/${id}`}
          isPlain
          className="inline-flex min-h-6 items-center break-all max-sm:min-h-11"
        >
          {url}
        </Link>
        <span className="block font-mono text-2xs text-muted">{events.join(" ")}</span>
      </RowTh>
      <Td>
        {offReason === null ? (
          <Chip>{t("stateOn")}</Chip>
        ) : (
          <Chip isMuted>{t(`off_${offReason}`)}</Chip>
        )}
      </Td>
      <Td className="text-muted max-sm:hidden">{t("healthWords", { sent, dead, waiting })}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {lastTriedAt === null || lastStatus === null ? (
          NO_VALUE
        ) : (
          <span className="inline-flex items-center gap-2">
            <DeliveryChip status={lastStatus} />
            {formatInstant(lastTriedAt, locale, timeZone)}
          </span>
        )}
      </Td>
    </tr>
  );
}

const LOOK = {
  delivered: { icon: <CircleCheck />, tone: "good" },
  waiting: { icon: <Clock />, tone: "warn" },
  dead: { icon: <CircleX />, tone: "bad" },
} as const;

/** What became of a message. */
export function DeliveryChip({ status }: { status: DeliveryStatus }) {
  const t = useTranslations("webhooks");
  return <Chip {...LOOK[status]}>{t(`status_${status}`)}</Chip>;
}
