import { mayReadPersonalData, type Session } from "./types.ts";

/**
 * The number of a customer as the session may see it: one that is an e-mail address is personal data, and their id stands
 * for it where such may not be read.
 */
export function shownNumber(session: Session, customer: { id: string; number: string }): string {
  return isNumberHidden(session, customer.number) ? customer.id : customer.number;
}

/** Whether a number is an address that the session may neither read nor look for. */
export function isNumberHidden(session: Session, number: string): boolean {
  return number.includes("@") && !mayReadPersonalData(session);
}
