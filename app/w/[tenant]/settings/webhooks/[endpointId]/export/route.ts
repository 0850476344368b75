import { recordListExport } from "#lib/audit/index.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { getEndpoint, listDeliveries } from "#lib/webhooks/index.ts";
import type { DeliveryRow } from "#lib/webhooks/types.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["message_id", "event", "status", "tries", "created_at", "last_tried_at", "next_try_at"],
  ...["answer_status", "failure", "elapsed_ms"],
];

/** The messages of a webhook, the newest first, in the `?format`. */
export const GET = memberRoute((request, session, params) => {
  const id = params["endpointId"] ?? "";
  return listExport(request, session, {
    name: "deliveries",
    columns: COLUMNS,
    filters: [],
    permission: "webhook:write",
    readPage: async (tx, page) => {
      await getEndpoint(tx, session, id);
      const { items, next } = await listDeliveries(tx, id, page);
      return { rows: items.map(cells), next };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "deliveries", format }),
  });
});

function cells(delivery: DeliveryRow) {
  const { id, event, status, tries, createdAt, lastTriedAt, nextTryAt } = delivery;
  return [
    ...[id, event, status, tries, createdAt, lastTriedAt, nextTryAt],
    ...[delivery.answerStatus, delivery.failure, delivery.elapsedMs],
  ];
}
