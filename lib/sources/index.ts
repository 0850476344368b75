export { ensureSource, findSource } from "./commands/ensure-source.ts";
