import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { JobState, QueueCount } from "#lib/operations/types.ts";

export type QueuesPanelProps = { queues: readonly QueueCount[]; locale: string };

const COLUMNS: readonly { key: "waiting" | "running" | "done" | "failed"; states: JobState[] }[] = [
  { key: "waiting", states: ["created", "retry"] },
  { key: "running", states: ["active"] },
  { key: "done", states: ["completed"] },
  { key: "failed", states: ["failed", "cancelled"] },
];

/** How many jobs each queue holds, those of the last days among them. */
export function QueuesPanel({ queues, locale }: QueuesPanelProps) {
  const t = useTranslations("operations");
  const names = [...new Set(queues.map(({ queue }) => queue))].filter(
    (name) => !name.endsWith(".dead"),
  );
  const amount = (name: string, states: readonly JobState[]) =>
    queues
      .filter(({ queue, state }) => queue === name && states.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t("queues")} hasPadding={false}>
      <Table label={t("queues")}>
        <thead>
          <tr>
            <Th>{t("queue")}</Th>
            {COLUMNS.map(({ key }) => (
              <Th key={key} align="end">
                {t(key)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <RowTh className="font-mono text-2xs">{name}</RowTh>
              {COLUMNS.map(({ key, states }) => (
                <Td key={key} align="end">
                  {formatNumber(amount(name, states), locale)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
