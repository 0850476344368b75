export { archiveNeed } from "./commands/archive-need.ts";
export { bringBackNeed } from "./commands/bring-back-need.ts";
export { changeNeed } from "./commands/change-need.ts";
export { changeNeedFields } from "./commands/change-need-fields.ts";
export { createNeed } from "./commands/create-need.ts";
export { deleteNeed } from "./commands/delete-need.ts";
export { mapQuestion } from "./commands/map-question.ts";
export { rateNeed } from "./commands/rate-need.ts";
export { removeRating } from "./commands/remove-rating.ts";
export { restoreNeed } from "./commands/restore-need.ts";
export { unmapQuestion } from "./commands/unmap-question.ts";
export { compareNeeds } from "./compare-needs.ts";
export { deriveImportance } from "./derive-importance.ts";
export { NEED_BANDS } from "./filter.ts";
export { listBySegment } from "./queries/by-segment.ts";
export { countLinks } from "./queries/count-links.ts";
export { MOST_RESPONDENTS } from "./queries/customer-answers.ts";
export { getNeed, listNeeds } from "./queries/list-needs.ts";
export { listMapped, listQuestions } from "./queries/list-questions.ts";
export { listRatings } from "./queries/list-ratings.ts";
export { readComparison } from "./queries/read-comparison.ts";
export { getNeedRecord, listNeedRecords } from "./queries/records.ts";
export {
  BringBackNeed,
  ChangeNeed,
  CreateNeed,
  DeleteNeed,
  MapQuestion,
  NeedChange,
  NeedRecord,
  NewNeed,
  RateNeed,
  RemoveRating,
  SeenNeed,
  UnmapQuestion,
} from "./schema.ts";
