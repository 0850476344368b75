import type { Session } from "#lib/auth/types.ts";
import { mayReadExactValue } from "./value-seen-by.ts";

/** The total of fewer customers says what one of them is worth, to whoever knows the others. */
const LEAST_CUSTOMERS = 5;

/** Whether the session may see what so many customers come to: for those who see only bands of one, of five and more. */
export function mayReadTotalOf(session: Session, customers: number): boolean {
  return customers === 0 || customers >= LEAST_CUSTOMERS || mayReadExactValue(session);
}
