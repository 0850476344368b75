import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { DeliveryRow } from "#lib/webhooks/types.ts";
import { DeliveryChip } from "./endpoints-panel.tsx";
import { ReplayButton, type ReplayButtonProps } from "./replay-button.tsx";

export type DeliveriesPanelProps = {
  deliveries: readonly DeliveryRow[];
  tenant: string;
  locale: string;
  timeZone: string;
  /** null while the webhook is off */
  replay: ReplayButtonProps["action"] | null;
};

/** The messages of a webhook: what became of each, and what the other side said. */
export function DeliveriesPanel({ deliveries, ...props }: DeliveriesPanelProps) {
  const t = useTranslations("webhooks");
  if (deliveries.length === 0)
    return (
      <EmptyState kind="nothing-yet" isSmall title={t("logNone")}>
        {t("logNoneText")}
      </EmptyState>
    );
  return (
    <Panel title={t("log")} caption={t("logCaption")} hasPadding={false}>
      <Table label={t("log")}>
        <thead>
          <tr>
            <Th>{t("message")}</Th>
            <Th className="max-sm:hidden">{t("status")}</Th>
            <Th className="max-sm:hidden">{t("answer")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("tries")}
            </Th>
            <Th align="end">{t("actions")}</Th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryTr key={delivery.id} delivery={delivery} {...props} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

type DeliveryTrProps = Omit<DeliveriesPanelProps, "deliveries"> & { delivery: DeliveryRow };

function DeliveryTr({ delivery, tenant, locale, timeZone, replay }: DeliveryTrProps) {
  const t = useTranslations("webhooks");
  const { id, event, status, tries, createdAt } = delivery;
  const at = (instant: string) => formatInstant(instant, locale, timeZone);
  return (
    <tr>
      <RowTh className="py-2 align-top">
        <span className="font-medium">{event}</span>
        <span className="block text-2xs whitespace-nowrap text-muted">{at(createdAt)}</span>
        <span className="block font-mono text-2xs text-muted max-sm:hidden">{id}</span>
        <span className="mt-1 block text-2xs font-normal sm:hidden">
          <State delivery={delivery} at={at} />
          <Answer delivery={delivery} />
        </span>
      </RowTh>
      <Td className="py-2 align-top max-sm:hidden">
        <State delivery={delivery} at={at} />
      </Td>
      <Td className="max-w-80 min-w-40 py-2 align-top max-sm:hidden">
        <Answer delivery={delivery} />
      </Td>
      <Td align="end" className="py-2 align-top tabular-nums max-sm:hidden">
        {t("counted", { count: tries })}
      </Td>
      <Td align="end" className="py-2 align-top">
        {replay && status !== "waiting" && (
          <ReplayButton
            tenant={tenant}
            deliveryId={id}
            label={t("replayOf", { event, when: at(createdAt) })}
            action={replay}
          />
        )}
      </Td>
    </tr>
  );
}

type StateProps = { delivery: DeliveryRow; at: (instant: string) => string };

function State({ delivery: { status, nextTryAt }, at }: StateProps) {
  const t = useTranslations("webhooks");
  return (
    <>
      <DeliveryChip status={status} />
      {nextTryAt && (
        <span className="mt-1 block text-2xs text-muted">{t("next", { when: at(nextTryAt) })}</span>
      )}
    </>
  );
}

function Answer({ delivery }: { delivery: DeliveryRow }) {
  const t = useTranslations("webhooks");
  const { answerStatus, answerHead, failure, elapsedMs } = delivery;
  return (
    <>
      {answerStatus !== null && t("answered", { status: answerStatus, ms: elapsedMs ?? 0 })}
      {failure && <span className="block text-bad">{t(`failure_${failure}`)}</span>}
      {answerHead && (
        <span className="line-clamp-3 font-mono text-2xs break-all text-muted">{answerHead}</span>
      )}
    </>
  );
}
