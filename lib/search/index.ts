export { findCustomers } from "./queries.ts";
