export { findDuties, findStake } from "./queries.ts";
