import { z } from "zod";

/** As much of an OpenAPI document as is asked here. */
export const SchemaReference = z.object({ $ref: z.string() });
const Answer = z.object({
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })),
});
const OperationObject = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: SchemaReference })) })
    .optional(),
  responses: z.record(z.string(), Answer),
});
export const ApiDocument = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), OperationObject)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
export type ApiDocument = z.infer<typeof ApiDocument>;

/** A schema with those that it refers to inside it, as a reader of one schema wants it. */
export function standalone(
  { components }: ApiDocument,
  name: string,
): Record<string, unknown> | boolean {
  const { [name]: schema, SegmentRulePart } = components.schemas;
  if (!schema || !JSON.stringify(schema).includes("#/components/")) return schema ?? false;
  const text = JSON.stringify({ ...schema, $defs: { SegmentRulePart } });
  const whole: unknown = JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/"));
  return z.record(z.string(), z.unknown()).parse(whole);
}

/** One item of each resource. */
export const ITEMS = {
  customers: { name: "Ann", email: "ann@example.com", consents: { service: "contract" } },
  orders: { customerExternalId: "C1", orderedAt: "2026-01-02T10:00:00Z", amountMinor: 100 },
  subscriptions: {
    customerExternalId: "C1",
    startedOn: "2026-01-02",
    priceMinor: 990,
    period: "month",
  },
  signals: {
    customerExternalId: "C1",
    occurredAt: "2026-01-02T10:00:00+02:00",
    metric: "csat",
    score: 4,
    scale: { min: 1, max: 5 },
  },
  interactions: {
    customerExternalId: "C1",
    occurredOn: "2026-01-02",
    kind: "visit",
    durationSeconds: 90,
  },
  complaints: {
    customerExternalId: "C1",
    receivedOn: "2026-01-02",
    isTimely: true,
    department: "Service",
  },
} as const;
