export { archiveSource } from "./commands/archive-source.ts";
export { createSource } from "./commands/create-source.ts";
export { describeSource } from "./commands/describe-source.ts";
export { ensureSource, findSource } from "./commands/ensure-source.ts";
export { markSourceUsed } from "./commands/mark-source-used.ts";
export { renameSource } from "./commands/rename-source.ts";
export { restoreSource } from "./commands/restore-source.ts";
export {
  getLatencyReport,
  type LatencyReport,
  type LatencySource,
} from "./queries/latency-report.ts";
export { listSourceMonths } from "./queries/list-months.ts";
export { getSource, listSourceNames } from "./queries/list-sources.ts";
export { CreateSource, DescribeSource, RenameSource, SeenSource, UseSource } from "./schema.ts";
