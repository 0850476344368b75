export {
  acquisitionTable,
  BRIDGE_AMOUNTS,
  BRIDGE_FILE,
  bridgeTable,
} from "./bridge-tables.ts";
export {
  findLifetimeBridge,
  findWorkspaceBridge,
  type LifetimeBridge,
} from "./queries/lifetime-bridge.ts";
export { type CustomerExtras, findCustomerExtras } from "./queries/tier-sums.ts";
