import { DigestSet, partsOf } from "./digest-set.ts";
import type { OrderRow } from "./types.ts";

type Return = Extract<OrderRow, { part: "return" }>;

/** Stored orders by number, and customers with any. */
export type StoredOrders = { numbers: ReadonlySet<string>; customers: ReadonlySet<string> };

/** More waiting returns than these are not remembered: the count is then of these only. */
const MOST_WAITING = 50_000;
/** Of a file with more orders nothing is said: the worker keeps its memory for the import. */
const MOST_ORDERS = 3_000_000;

/**
 * Finds in a dry run which returns would have no order, neither stored nor in the file. One that names an order waits for
 * it; every other takes one of its customer's. Whether enough of that is left shows in the import only: what is counted
 * here is the least.
 */
export class ReturnWatch {
  readonly #digest: (text: string) => string;
  #orders = new DigestSet();
  #buyers = new DigestSet();
  #ordersSeen = 0;
  #isGivenUp = false;
  #waiting: { order: string | null; customer: string | null }[] = [];

  /** `digest` gives the sha256 of a text in hexadecimal. */
  constructor(digest: (text: string) => string) {
    this.#digest = digest;
  }

  /** Look at the rows of one chunk. */
  see(rows: readonly OrderRow[], stored: StoredOrders): void {
    if (this.#isGivenUp) return;
    if (this.#ordersSeen > MOST_ORDERS) {
      this.#giveUp();
      return;
    }
    for (const row of rows) {
      if (isReturn(row)) this.#wait(row, stored);
      else if (row.part !== "called_off") {
        this.#remember(this.#orders, row.part === "line" ? row.orderExternalId : row.externalId);
        this.#remember(this.#buyers, row.customerExternalId);
        this.#ordersSeen++;
      }
    }
  }

  /** How many found none, now that the whole file was seen. */
  count(): number {
    const isAlone = ({ order, customer }: { order: string | null; customer: string | null }) =>
      !(this.#has(this.#orders, order) || this.#has(this.#buyers, customer));
    return this.#waiting.filter(isAlone).length;
  }

  #giveUp(): void {
    this.#isGivenUp = true;
    this.#orders = new DigestSet();
    this.#buyers = new DigestSet();
    this.#waiting = [];
  }

  #wait(row: Return, { numbers, customers }: StoredOrders): void {
    const order = row.returnOf ?? row.number;
    const customer = row.returnOf === null ? row.customerExternalId : null;
    const isStored =
      (order !== null && numbers.has(order)) || (customer !== null && customers.has(customer));
    if (!isStored && this.#waiting.length < MOST_WAITING) this.#waiting.push({ order, customer });
  }

  #remember(set: DigestSet, text: string): void {
    const parts = partsOf(this.#digest(text));
    if (set.find(parts) === 0) set.add(parts);
  }

  #has(set: DigestSet, text: string | null): boolean {
    return text !== null && set.find(partsOf(this.#digest(text))) !== 0;
  }
}

/** What came back, of the rows of an orders file. */
export function isReturn(row: OrderRow): row is Return {
  return row.part === "return";
}
