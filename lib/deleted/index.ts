export { forgetAllDeleted, forgetDeleted } from "./commands/forget-deleted.ts";
export { keepDeleted } from "./commands/keep-deleted.ts";
export { lockDeleted } from "./commands/lock-deleted.ts";
export { putBack } from "./commands/put-back.ts";
export { requireSegmentOf } from "./commands/require-segment-of.ts";
export { takeDeleted } from "./commands/take-deleted.ts";
export { deletedOfSegment } from "./queries/deleted-of-segment.ts";
export type { Keeping } from "./queries/keeping.ts";
export { listDeleted } from "./queries/list-deleted.ts";
