import { readEnvironment } from "#lib/boot/environment.ts";
import { runProgram, say } from "#lib/boot/say.ts";
import { seedClvRuns } from "./seed-clv-runs.ts";
import { seedListening } from "./seed-listening.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedPeople } from "./seed-people.ts";
import { seedSettings } from "./seed-settings.ts";

/** The demo's workspaces, members, settings, customers, orders and feedback. Run by `npm run demo`; may run again. */
await runProgram(async () => {
  await seedPeople(readEnvironment()["DATABASE_OWNER_URL"] ?? "");
  await seedSettings();
  if (await seedOrders()) say("The demo's customers and orders were imported.");
  if (await seedListening()) say("What the demo's customers said was imported.");
  if (await seedClvRuns()) say("The demo's lifetime value was computed.");
  process.exit(0);
});
