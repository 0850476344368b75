export { addStage } from "./commands/add-stage.ts";
export { adoptStages } from "./commands/adopt-stages.ts";
export { archiveStage, restoreStage } from "./commands/archive-stage.ts";
export { changeStage } from "./commands/change-stage.ts";
export { lockStages } from "./commands/lock-stages.ts";
export { moveStage } from "./commands/move-stage.ts";
export { getCompleteness, getSpectrum } from "./queries/spectrum.ts";
export { AddStage, AdoptStages, ChangeStage, MoveStage, NamedStage } from "./schema.ts";
