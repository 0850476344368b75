export { lockLists } from "./commands/lock-lists.ts";
export { readMemberships, writeMemberships } from "./commands/memberships.ts";
export { syncLists } from "./commands/sync-lists.ts";
export { mergedMemberships, unmergedMemberships } from "./merged-memberships.ts";
