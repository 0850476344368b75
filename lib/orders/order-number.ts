/** What an import puts in front of the identity it makes for an order without a number; a test keeps the two equal. */
const MADE_BY_IMPORT = "auto:";

/** Whether an order's number came with its row. */
export function hasOwnNumber(externalId: string): boolean {
  return !externalId.startsWith(MADE_BY_IMPORT);
}
