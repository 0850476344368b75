export { acceptSuggestion } from "./commands/accept-suggestion.ts";
export { archiveSegment } from "./commands/archive-segment.ts";
export { askSuggestions } from "./commands/ask-suggestions.ts";
export { changeSegment } from "./commands/change-segment.ts";
export { createSegment } from "./commands/create-segment.ts";
export { declineTarget } from "./commands/decline-target.ts";
export { deleteSegment } from "./commands/delete-segment.ts";
export { judgeTarget } from "./commands/judge-target.ts";
export { LeaveList, leaveList } from "./commands/leave-list.ts";
export { orderPrimary } from "./commands/order-primary.ts";
export { patchSegment } from "./commands/patch-segment.ts";
export { rankTarget } from "./commands/rank-target.ts";
export { restoreSegment } from "./commands/restore-segment.ts";
export { restoreTarget } from "./commands/restore-target.ts";
export { restoreWeights } from "./commands/restore-weights.ts";
export { setWeights } from "./commands/set-weights.ts";
export { suggestSegments } from "./commands/suggest-segments.ts";
export { countRule, countRuleOverlaps } from "./queries/count-rule.ts";
export { type CustomerSegment, listSegmentsOf } from "./queries/customer-segments.ts";
export { listFieldChoices } from "./queries/field-choices.ts";
export { answerBeside, answerEstimate, answerLive } from "./queries/live-answer.ts";
export { listMemberRecords } from "./queries/member-records.ts";
export { listMembers } from "./queries/members.ts";
export { listOverlaps } from "./queries/overlaps.ts";
export { previewRule } from "./queries/preview-rule.ts";
export { SEGMENT_LISTINGS } from "./queries/register.ts";
export { readRuleNames } from "./queries/rule-names.ts";
export { readRuleProblems } from "./queries/rule-problems.ts";
export {
  listMemberChoices,
  listSegmentChoices,
  maySeeSegments,
} from "./queries/segment-choices.ts";
export { findWholeFigures, readSegmentFigures } from "./queries/segment-figures.ts";
export { findSegmentNumbers, findSegmentsNow } from "./queries/segment-numbers.ts";
export { getSegmentRecord, listSegmentRecords } from "./queries/segment-records.ts";
export { getSegment, getSegmentRow, listSegments } from "./queries/segments.ts";
export { findAccepted, findSuggestions } from "./queries/suggestions.ts";
export { findTarget, getTargeting } from "./queries/targeting.ts";
export { listTargetVersions, listWeightsVersions } from "./queries/targeting-history.ts";
export {
  ChangeSegmentForm,
  CreateSegmentForm,
  NewSegment,
  NewSegmentShape,
  OrderPrimary,
  SeenSegment,
  SegmentChange,
  SegmentChangeShape,
  SegmentFilters,
  SegmentMemberRecord,
  SegmentRecord,
} from "./segment-input.ts";
export { AcceptSuggestion } from "./suggestions/schema.ts";
export {
  DeclineTarget,
  JudgeTarget,
  RankTarget,
  RestoreTarget,
  RestoreWeights,
  SetWeights,
} from "./targeting/schema.ts";
export { TARGETING_AMOUNTS, targetingTable } from "./targeting/targeting-table.ts";
