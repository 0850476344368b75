import { type Chance, chance } from "./chance.ts";
import { CITIES, FIRST_NAMES, LAST_NAMES } from "./names.ts";
import { PRODUCTS, type Product } from "./products.ts";

export type DemoFiles = { customers: string; orders: string };

const SEED = 20_261_121;
const CUSTOMERS = 3_000;
const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2023, 10, 1);
/** Three years of orders, to the end of October 2026. */
const DAYS = 1_096;

/** Kinds of customers: how many of them, how often they buy in a year, and how likely an order is their last. */
const KINDS = [
  { name: "Household", share: 0.84, ordersPerYear: 2.6, lastChance: 0.14 },
  { name: "Landlord", share: 0.11, ordersPerYear: 10, lastChance: 0.045 },
  { name: "Small business", share: 0.05, ordersPerYear: 16, lastChance: 0.03 },
] as const;
type Kind = (typeof KINDS)[number];

const SHARED_EVERY = 500;

type Customer = { number: number; kind: Kind; joinedDay: number };

/**
 * The customers and orders of an invented shop for home appliances and repairs, as the CSV files it would export.
 * Most customers buy little and leave early, a few buy a lot: the upper fifth brings about three fifths of the revenue.
 */
export function alderFinchFiles(): DemoFiles {
  const luck = chance(SEED);
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => newCustomer(luck, index + 1));
  const customerLines = customers.map((customer) => customerLine(luck, customer));
  const orders = customers.flatMap((customer) => ordersOf(luck, customer));
  orders.sort((left, right) => left.day - right.day || left.customer - right.customer);
  return {
    customers: csv("Customer no,Name,Email,Registered,Kind,City,Care plan", customerLines),
    orders: csv("Order no,Customer no,Date,Product,Quantity,Amount,Channel", orders.map(orderLine)),
  };
}

function newCustomer(luck: Chance, number: number): Customer {
  const draw = luck.next();
  const [household, landlord, business] = KINDS;
  const kind =
    draw < business.share
      ? business
      : draw < business.share + landlord.share
        ? landlord
        : household;
  // A third were customers before the first day of the file.
  const joinedDay = luck.next() < 0.33 ? 0 : luck.whole(DAYS - 10);
  return { number, kind, joinedDay };
}

function customerLine(luck: Chance, { number, kind, joinedDay }: Customer): string {
  const [first, last] = [luck.pick(FIRST_NAMES), luck.pick(LAST_NAMES)];
  const plain = `${first}.${last}`.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const registered = joinedDay === 0 ? dayText(-luck.whole(1_400)) : dayText(joinedDay);
  const carePlan = luck.next() < 0.27 ? "yes" : "no";
  return [
    customerNumber(number),
    `${first} ${last}`,
    `${sharedAddress(number) ?? `${plain}${number}`}@mail.example`,
    registered,
    kind.name,
    luck.pick(CITIES),
    carePlan,
  ].join(",");
}

/** Now and then two numbers have one address: the same person, or two of a household. */
function sharedAddress(number: number): string | null {
  const isOneOfTwo = number >= SHARED_EVERY && number % SHARED_EVERY <= 1;
  return isOneOfTwo ? `household${Math.floor(number / SHARED_EVERY)}` : null;
}

type Order = {
  day: number;
  customer: number;
  product: Product;
  quantity: number;
  amount: number;
  channel: string;
};

/** A customer buys at a rate of his own until an order turns out to be the last. */
function ordersOf(luck: Chance, { number, kind, joinedDay }: Customer): Order[] {
  const perYear = kind.ordersPerYear * luck.exponential(1);
  const meanGap = 365 / Math.max(perYear, 0.15);
  const orders: Order[] = [];
  for (let day = joinedDay + luck.exponential(20); day < DAYS; day += luck.exponential(meanGap)) {
    orders.push(newOrder(luck, number, day));
    if (luck.next() < kind.lastChance) break;
  }
  return orders;
}

function newOrder(luck: Chance, customer: number, at: number): Order {
  const product = pickProduct(luck);
  const isSmall = product.price < 50;
  const quantity = isSmall ? 1 + luck.whole(3) : 1;
  const amount = Math.max(4.9, luck.logNormal(product.price, product.spread) * quantity);
  return {
    day: Math.floor(at),
    customer,
    product,
    quantity,
    amount,
    channel: luck.pick(product.channels),
  };
}

const TOTAL_WEIGHT = PRODUCTS.reduce((sum, { weight }) => sum + weight, 0);

function pickProduct(luck: Chance): Product {
  let left = luck.next() * TOTAL_WEIGHT;
  for (const product of PRODUCTS) {
    left -= product.weight;
    if (left < 0) return product;
  }
  return luck.pick(PRODUCTS);
}

function orderLine(
  { day, customer, product, quantity, amount, channel }: Order,
  index: number,
): string {
  const number = `AF-${String(index + 100_001)}`;
  return [
    number,
    customerNumber(customer),
    dayText(day),
    product.code,
    quantity,
    amount.toFixed(2),
    channel,
  ].join(",");
}

function customerNumber(number: number): string {
  return `C-${String(number).padStart(5, "0")}`;
}

function dayText(day: number): string {
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
}

function csv(header: string, lines: readonly string[]): string {
  return `${header}\n${lines.join("\n")}\n`;
}
