export { listSignals } from "./queries/list-signals.ts";
export { SIGNALS } from "./queries/register.ts";
