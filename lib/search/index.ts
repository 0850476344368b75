export { survivorsOf, waysToFind } from "./queries/ways-to-find.ts";
export { findCustomers, foundIds } from "./queries.ts";
