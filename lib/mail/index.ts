export { isMailOn, postLetter, postPlainLetter } from "./commands/post-letter.ts";
export { giveUpMail, sendQueuedMail } from "./jobs.ts";
export type { Letter } from "./types.ts";
