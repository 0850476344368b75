export { isMailOn, postLetter } from "./commands/post-letter.ts";
export { sendQueuedMail } from "./jobs.ts";
export type { Letter } from "./types.ts";
