/** Words of pages that only the server draws: no script ever asks for them. */
const SERVER_ONLY: readonly string[] = ["lifetimeHelp"];

/** The words that go along with every page, without those that no script needs. */
export function clientMessages<Messages extends object>(messages: Messages): Partial<Messages> {
  const kept = Object.entries(messages).filter(([name]) => !SERVER_ONLY.includes(name));
  return Object.fromEntries(kept) as Partial<Messages>;
}
