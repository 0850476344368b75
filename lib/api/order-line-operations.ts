import { z } from "zod";
import { Day } from "#lib/bulk/index.ts";
import { OrderLineRecord } from "#lib/orders/index.ts";
import { endsAfterItBegins, PAGE_FIELDS, pageOf } from "./shapes.ts";
import type { Operation } from "./types.ts";

const NUMBER = z
  .string()
  .regex(/^[^\0]*$/, "A text holds no NUL.")
  .min(1)
  .max(200)
  .optional();

/** Lines are written with their orders, by imports; here they are read. */
export const ORDER_LINES: readonly Operation[] = [
  {
    ...{ id: "list_order_lines", method: "GET", path: "/api/v1/order-lines", tag: "orders" },
    summary: "List the lines of orders",
    access: { scope: "orders:read", permission: "order:read" },
    query: z
      .strictObject({
        since: Day.optional().meta({ description: "First day of their orders" }),
        until: Day.optional().meta({ description: "Last day of their orders" }),
        customer: NUMBER.meta({ description: "A customer’s number" }),
        order: NUMBER.meta({ description: "An order’s number" }),
        ...PAGE_FIELDS,
      })
      .refine(...endsAfterItBegins("since", "until")),
    body: null,
    answers: [
      {
        ...{ status: 200, words: "A page of order lines" },
        shape: pageOf({ name: "OrderLine", schema: OrderLineRecord }),
      },
    ],
  },
];
