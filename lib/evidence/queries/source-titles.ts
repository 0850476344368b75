type Named = { externalId: string; source: { id: string; name: string } };

/** What a row of evidence points at, with what names it. */
export type NamedSources = {
  signal: (Named & { question: string | null; body: string | null }) | null;
  interaction: (Named & { subject: string | null }) | null;
  complaint: (Named & { subject: string | null }) | null;
  interview: { title: string | null } | null;
  file: { name: string } | null;
};

/** What the source of a piece of evidence is called; null where nothing names it. */
export function sourceTitles(row: NamedSources): string | null {
  const { signal, interaction, complaint, interview, file } = row;
  if (signal) return signal.question ?? named(signal);
  if (interaction) return interaction.subject ?? named(interaction);
  if (complaint) return complaint.subject ?? named(complaint);
  return interview?.title ?? file?.name ?? null;
}

function named({ externalId, source }: Named): string {
  return `${source.name} ${externalId}`;
}
