/** Which claim of which persona an address names: ids in capitals are the same ids. */
export function claimOf(params: Readonly<Record<string, string>>) {
  const { id = "", claimId = "" } = params;
  return { personaId: id.toLowerCase(), id: claimId.toLowerCase() };
}
