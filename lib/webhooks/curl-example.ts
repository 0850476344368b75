import type { HookFormat, HookKind } from "./types.ts";

const ITEMS: Readonly<Record<HookKind, object>> = {
  signals: {
    externalId: "answer-1",
    customerEmail: "ann@example.com",
    occurredAt: "2026-11-20T09:30:00+01:00",
    question: "Would you recommend us?",
    metric: "nps",
    score: 9,
    body: "Quick and friendly.",
  },
  complaints: {
    externalId: "case-1",
    customerEmail: "ann@example.com",
    receivedOn: "2026-11-20",
    channel: "e-mail",
    reason: "Late delivery",
    body: "The parcel came a week late.",
  },
  interactions: {
    externalId: "call-1",
    customerEmail: "ann@example.com",
    occurredAt: "2026-11-20T09:30:00+01:00",
    kind: "service",
    channel: "phone",
    durationSeconds: 240,
    outcome: "solved",
  },
};

const ANSWER = {
  event: "responseFinished",
  data: {
    id: "response-1",
    createdAt: "2026-11-20T08:30:00Z",
    data: { recommend: 9, why: "Quick and friendly." },
  },
};

/** A command for a shell with curl and openssl that sends one signed row to a hook. */
export function curlExample(
  address: string,
  { kind, format }: { kind: HookKind; format: HookFormat },
): string {
  const message = format === "formbricks" ? ANSWER : { items: [ITEMS[kind]] };
  return [
    `BODY='${JSON.stringify(message)}'`,
    "ID=$(openssl rand -hex 12)",
    "AT=$(date +%s)",
    `KEY=$(printf %s "\${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')`,
    'SIGNATURE=$(printf %s "$ID.$AT.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)',
    `curl -X POST '${address}' \\`,
    '  -H "content-type: application/json" \\',
    '  -H "webhook-id: $ID" -H "webhook-timestamp: $AT" \\',
    '  -H "webhook-signature: v1,$SIGNATURE" \\',
    '  --data-binary "$BODY"',
  ].join("\n");
}
