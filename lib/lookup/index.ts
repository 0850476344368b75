export { findStanding } from "./queries/standing.ts";
