import type { OrderLineToWrite, OrderToWrite, ReturnToWrite } from "#lib/orders/types.ts";
import { isMadeHere, ordinalOf } from "./row-identity.ts";
import type { NamesCustomer, OrderRow, RowContext } from "./types.ts";

/** What the row of an orders file says. Amounts, prices and quantities are below zero where something came back. */
export type OrderFacts = NamesCustomer & {
  line: number;
  /** "" for none */
  number: string;
  customerExternalId: string;
  orderedOn: string;
  orderedAt: string | null;
  amountMinor: number | null;
  unitPriceMinor: number | null;
  isLine: boolean;
  /** Of the whole order; null where its lines add up to it */
  totalMinor: number | null;
  quantity: number | null;
  productCode: string | null;
  channel: string | null;
  description: string | null;
  returnOf: string | null;
  /** What was given back of the order in the same row; 0 for nothing */
  refundedMinor: number;
  /** Whether the order was cancelled or voided */
  isCalledOff: boolean;
};

const OWN_LENGTH = 200;

/**
 * What a row is, under the number that tells it from the others: what came back is never a purchase below zero. An order
 * that says what was given back of it is both.
 */
export function orderParts(facts: OrderFacts, context: RowContext): OrderRow[] {
  const { customerEmail, line, customerExternalId } = facts;
  const who = {
    ...{ line, customerExternalId, ...(customerEmail ? { customerEmail } : {}) },
    ...(facts.isCalledOff ? { isCalledOff: true as const } : {}),
  };
  const { currency } = context;
  if (isReturn(facts, context)) return [{ ...who, currency, ...returnOf(facts, context) }];
  const made = facts.isLine ? lineOf(facts, context) : orderOf(facts, context);
  rememberHead(facts, context);
  const order = { ...who, currency, ...made };
  if (facts.refundedMinor === 0) return [order];
  const number = made.part === "line" ? made.orderExternalId : made.externalId;
  // Of an order without a total, each line that was called off comes back by itself.
  const isLineOnly = facts.isCalledOff && made.part === "line" && made.totalMinor === null;
  const externalId = isLineOnly ? `${refundNumber(number)}:${made.number}` : refundNumber(number);
  return [order, { ...who, currency, ...refundOf(number, facts), externalId }];
}

function isReturn(facts: OrderFacts, { cancellationPrefix, areReturns }: RowContext): boolean {
  const { number, amountMinor, unitPriceMinor, quantity } = facts;
  if (areReturns || facts.returnOf !== null) return true;
  if ([amountMinor, unitPriceMinor, quantity].some((value) => value !== null && value < 0))
    return true;
  return (
    cancellationPrefix !== undefined &&
    number.toLowerCase().startsWith(cancellationPrefix.toLowerCase())
  );
}

type Part<Row> = Omit<Row, "line" | "customerExternalId" | "currency">;

function orderOf(facts: OrderFacts, { identify }: RowContext): Part<OrderToWrite> {
  const { orderedOn, orderedAt, quantity, productCode, channel } = facts;
  return {
    externalId: facts.number || identify(whole(facts)),
    amountMinor: facts.amountMinor ?? 0,
    ...{ orderedOn, orderedAt, quantity, productCode, channel },
  };
}

function lineOf(facts: OrderFacts, { identify }: RowContext): Part<OrderLineToWrite> {
  const { orderedOn, orderedAt, channel, totalMinor, quantity, productCode, description } = facts;
  const order = facts.number || identify(whole(facts));
  const own = ownOf(facts);
  const number = `${own}:${ordinalOf(identify(["line", order, own]))}`;
  return {
    part: "line",
    // Not as a return of the same product would be called
    externalId: `${order} / ${number}`,
    orderExternalId: order,
    number,
    isFirst: ordinalOf(identify(["order", order])) === 1,
    unitPriceMinor: facts.unitPriceMinor ?? 0,
    amountMinor: lineAmount(facts),
    ...{ orderedOn, orderedAt, channel, totalMinor, quantity, productCode, description },
  };
}

function returnOf(facts: OrderFacts, context: RowContext): Part<ReturnToWrite> {
  const { orderedOn, productCode, quantity } = facts;
  return {
    part: "return",
    ...returnNumber(facts, context),
    returnOf: facts.returnOf,
    returnedOn: orderedOn,
    amountMinor: Math.abs(facts.amountMinor ?? lineAmount(facts)),
    quantity: quantity === null ? null : Math.abs(quantity),
    productCode,
  };
}

function returnNumber(
  facts: OrderFacts,
  { identify, areReturns }: RowContext,
): Pick<ReturnToWrite, "externalId" | "number"> {
  const { number, returnOf } = facts;
  const own = ownOf(facts);
  if (!number)
    return {
      externalId: identify(["return", returnOf ?? "", ...whole(facts)]),
      number: null,
    };
  if (areReturns && isMadeHere(number)) return { externalId: number, number: null };
  if (areReturns && number === returnOf && own === "")
    return { externalId: refundNumber(number), number };
  return { externalId: `${number}:${own}:${ordinalOf(identify(["return", number, own]))}`, number };
}

function refundNumber(order: string): string {
  return `${order}:refund`;
}

function refundOf(number: string, facts: OrderFacts): Omit<Part<ReturnToWrite>, "externalId"> {
  return {
    part: "return",
    number,
    returnOf: number,
    returnedOn: facts.orderedOn,
    amountMinor: facts.refundedMinor,
    quantity: null,
    productCode: null,
  };
}

/** What tells an order from others when it has no number. */
function whole(facts: OrderFacts): string[] {
  const { customerExternalId, customerEmail, orderedOn, quantity, productCode } = facts;
  const amount = facts.isLine ? lineAmount(facts) : facts.amountMinor;
  const who = customerExternalId || customerEmail;
  return [who, orderedOn, amount, quantity, productCode].map((fact) => String(fact ?? ""));
}

/** What tells a line from the others of its order: a corrected quantity or price is the same line. */
function ownOf({ productCode, description }: OrderFacts): string {
  return (productCode ?? description ?? "").slice(0, OWN_LENGTH);
}

function lineAmount({ unitPriceMinor, quantity }: OrderFacts): number {
  return (unitPriceMinor ?? 0) * (quantity ?? 1);
}

function rememberHead(facts: OrderFacts, { orders }: RowContext): void {
  const { number: externalId, totalMinor, customerExternalId, customerEmail } = facts;
  if (!orders || totalMinor === null || facts.amountMinor === null) return;
  const { orderedOn, orderedAt, isCalledOff } = facts;
  orders.head = {
    externalId,
    totalMinor,
    ...{ customerExternalId, customerEmail, orderedOn, orderedAt, isCalledOff },
  };
}
