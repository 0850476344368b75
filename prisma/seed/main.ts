import { readEnvironment } from "#lib/boot/environment.ts";
import { runProgram, say } from "#lib/boot/say.ts";
import { seedAcquisition } from "./seed-acquisition.ts";
import { seedCases } from "./seed-cases.ts";
import { seedClvRuns } from "./seed-clv-runs.ts";
import { seedListening } from "./seed-listening.ts";
import { seedNeeds } from "./seed-needs.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedPeople } from "./seed-people.ts";
import { seedPersonae } from "./seed-personae.ts";
import { seedSegments } from "./seed-segments.ts";
import { seedSettings } from "./seed-settings.ts";
import { seedTargets } from "./seed-targets.ts";

/** The demo's workspaces, members, settings, customers, orders and feedback. Run by `npm run demo`; may run again. */
await runProgram(async () => {
  await seedPeople(readEnvironment()["DATABASE_OWNER_URL"] ?? "");
  await seedSettings();
  if (await seedOrders()) say("The demo's customers and orders were imported.");
  if (await seedListening()) say("What the demo's customers said was imported.");
  if (await seedAcquisition()) say("What it cost to win the demo's customers was imported.");
  if (await seedClvRuns()) say("The demo's lifetime value was computed.");
  if (await seedCases()) say("Cases of the demo's customers at risk were taken.");
  if (await seedSegments()) say("The demo's segments were made.");
  if (await seedNeeds()) say("What the demo's customers need was put on the register.");
  if (await seedPersonae()) say("The demo's personae were made.");
  if (await seedTargets()) say("The demo's segments were judged as targets.");
  process.exit(0);
});
