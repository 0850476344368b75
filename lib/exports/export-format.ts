import { DomainError } from "#lib/errors/index.ts";
import { EXPORT_FORMATS, type ExportFormat } from "./types.ts";

/** The format an address asks for by `format=`, CSV when it asks for none. @throws DomainError `invalid_input` for another */
export function exportFormat(text: string | null): ExportFormat {
  if (!text) return "csv";
  const known = EXPORT_FORMATS.find((format) => format === text);
  if (known) return known;
  const reason = `Ask for ${EXPORT_FORMATS.join(", ")}.`;
  throw new DomainError("invalid_input", `There is no such format. ${reason}`, {
    fields: { format: [reason] },
  });
}
