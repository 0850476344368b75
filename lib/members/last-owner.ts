/** An active owner, by membership. */
type Owner = { id: string };

/**
 * Whether a workspace would be left without an owner if this member stopped being one. Nobody could then invite, change
 * roles or give the ownership on.
 */
export function isLastOwner(activeOwners: readonly Owner[], memberId: string): boolean {
  const isOwner = activeOwners.some(({ id }) => id === memberId);
  return isOwner && activeOwners.every(({ id }) => id === memberId);
}
