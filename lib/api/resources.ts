import { z } from "zod";
import type { AuditAction, AuditObjectType } from "#lib/audit/types.ts";
import type { Permission, Scope } from "#lib/auth/permissions.ts";
import { Day, Instant } from "#lib/bulk/index.ts";
import { ComplaintItem, ComplaintRecord } from "#lib/complaints/index.ts";
import { CustomerItem, CustomerRecord, CustomerSummary } from "#lib/customers/index.ts";
import { tidyName } from "#lib/format/name-key.ts";
import { InteractionItem, InteractionRecord } from "#lib/interactions/index.ts";
import { OrderItem, OrderRecord } from "#lib/orders/index.ts";
import { SignalItem, SignalRecord } from "#lib/signals/index.ts";
import { SubscriptionItem, SubscriptionRecord } from "#lib/subscriptions/index.ts";
import { SEGMENTS } from "#lib/value/types.ts";
import {
  endsAfterItBegins,
  MOST_ITEMS,
  PAGE_FIELDS,
  SOURCE_FIELD,
  WRITE_FIELDS,
} from "./shapes.ts";
import type { ResourceName } from "./types.ts";

/** What the API reads and writes by number. */
export type Resource = {
  name: ResourceName;
  /** "Signal": names the schemas */
  title: string;
  read: { scope: Scope; permission: Permission };
  write: { scope: Scope; permission: Permission };
  event: { action: AuditAction; object: AuditObjectType };
  /** Whether its rows belong to a source by their numbers */
  hasSource: boolean;
  item: z.ZodObject;
  record: z.ZodType;
  /** As a list hands it out, where that differs */
  summary: z.ZodType;
  list: z.ZodObject;
  ref: z.ZodObject;
  put: z.ZodObject;
  bulk: z.ZodObject;
  /** The same before its items are checked, each on its own */
  envelope: z.ZodObject;
};

type Given = Pick<Resource, "name" | "title" | "read" | "write" | "event" | "hasSource"> & {
  item: z.ZodObject;
  record: z.ZodType;
  summary?: z.ZodType;
  list?: z.ZodObject;
};

const NO_NUL = /^[^\0]*$/;
const WORDS = z.string().regex(NO_NUL, "A text holds no NUL.");
const CUSTOMER = WORDS.min(1).max(200).optional();
const SOURCE = { source: WORDS.overwrite(tidyName).min(1).max(120).optional() };
const SPAN = {
  since: Day.optional().meta({ description: "First day on which it happened" }),
  until: Day.optional().meta({ description: "Last day on which it happened" }),
  customer: CUSTOMER.meta({ description: "A customer’s number" }),
};

const ITEMS = z.array(z.unknown()).min(1).max(MOST_ITEMS, `At most ${MOST_ITEMS} items a request.`);

function resource(given: Given): Resource {
  const { item, hasSource } = given;
  const source = hasSource ? SOURCE_FIELD : {};
  const missing = given.name === "customers" ? {} : WRITE_FIELDS;
  return {
    ...given,
    summary: given.summary ?? given.record,
    list:
      given.list ??
      z
        .strictObject({ ...SPAN, ...(hasSource ? SOURCE : {}), ...PAGE_FIELDS })
        .refine(...endsAfterItBegins("since", "until")),
    ref: z.strictObject(hasSource ? SOURCE : {}),
    envelope: z.strictObject({ ...source, ...missing, items: ITEMS }),
    put: item.omit({ externalId: true }).extend({ ...source, ...missing }),
    bulk: z.strictObject({ ...source, ...missing, items: z.array(item).min(1).max(MOST_ITEMS) }),
  };
}

const SEARCH = "Say q, or search, which is the same; not both.";
const CUSTOMERS_ASKED = z
  .strictObject({
    q: WORDS.max(200).optional().meta({ description: "Start of a name, address or number" }),
    search: WORDS.max(200).optional().meta({ description: "The same as q", deprecated: true }),
    segment: z.enum(SEGMENTS).optional(),
    updatedSince: Instant.optional(),
    updatedUntil: Instant.optional(),
    ...PAGE_FIELDS,
  })
  .refine(({ q, search }) => q === undefined || search === undefined, {
    path: ["search"],
    error: SEARCH,
  })
  .refine(...endsAfterItBegins("updatedSince", "updatedUntil"));

export const RESOURCES: Readonly<Record<ResourceName, Resource>> = {
  customers: resource({
    name: "customers",
    title: "Customer",
    read: { scope: "customers:read", permission: "customer:read" },
    write: { scope: "customers:write", permission: "customer:write" },
    event: { action: "customer.written", object: "customer_list" },
    hasSource: false,
    item: CustomerItem,
    record: CustomerRecord,
    summary: CustomerSummary,
    list: CUSTOMERS_ASKED,
  }),
  orders: resource({
    name: "orders",
    title: "Order",
    read: { scope: "orders:read", permission: "order:read" },
    write: { scope: "orders:write", permission: "order:write" },
    event: { action: "order.written", object: "order" },
    hasSource: false,
    item: OrderItem,
    record: OrderRecord,
  }),
  subscriptions: resource({
    name: "subscriptions",
    title: "Subscription",
    read: { scope: "subscriptions:read", permission: "subscription:read" },
    write: { scope: "subscriptions:write", permission: "subscription:write" },
    event: { action: "subscription.written", object: "subscription" },
    hasSource: true,
    item: SubscriptionItem,
    record: SubscriptionRecord,
  }),
  signals: resource({
    name: "signals",
    title: "Signal",
    read: { scope: "signals:read", permission: "signal:read" },
    write: { scope: "signals:write", permission: "signal:write" },
    event: { action: "signal.written", object: "signal" },
    hasSource: true,
    item: SignalItem,
    record: SignalRecord,
  }),
  interactions: resource({
    name: "interactions",
    title: "Interaction",
    read: { scope: "interactions:read", permission: "interaction:read" },
    write: { scope: "interactions:write", permission: "interaction:write" },
    event: { action: "interaction.written", object: "interaction" },
    hasSource: true,
    item: InteractionItem,
    record: InteractionRecord,
  }),
  complaints: resource({
    name: "complaints",
    title: "Complaint",
    read: { scope: "complaints:read", permission: "complaint:read" },
    write: { scope: "complaints:write", permission: "complaint:write" },
    event: { action: "complaint.written", object: "complaint" },
    hasSource: true,
    item: ComplaintItem,
    record: ComplaintRecord,
  }),
};
