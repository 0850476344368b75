export { findCustomers, foundIds } from "./queries.ts";
export { waysToFind } from "./ways-to-find.ts";
