export { runDailyCleanUp } from "./jobs.ts";
