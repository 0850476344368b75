import { startBenchServer } from "./bench-server.ts";
import { fillCustomers } from "./fill-customers.ts";
const server = await startBenchServer("/tmp/b1s/data");
const d = await server.freshDatabase("bench_search");
console.log(JSON.stringify(d));
const t = performance.now();
await fillCustomers(d.ownerUrl, d.tenantId, 1_000_000);
console.log("filled", Math.round((performance.now() - t) / 1000));
setInterval(() => {}, 1000);
