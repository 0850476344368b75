export {
  acquisitionTable,
  BRIDGE_AMOUNTS,
  BRIDGE_FILE,
  bridgeTable,
  CUSTOMER_BRIDGE_COLUMNS,
  customerBridgeRows,
} from "./bridge-tables.ts";
export { getCustomerBridge } from "./queries/customer-bridge.ts";
export {
  findLifetimeBridge,
  findWorkspaceBridge,
  type LifetimeBridge,
} from "./queries/lifetime-bridge.ts";
export { type CustomerExtras, findCustomerExtras } from "./queries/tier-sums.ts";
