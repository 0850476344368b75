import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { doubtValues } from "#components/lifetime/doubt-values.ts";
import { valueFormats } from "#components/value/value-formats.ts";
import { WARNING_CODES } from "#lib/clv-runs/warning-codes.ts";
import lifetime from "#lib/format/messages/en/lifetime.json";

const t = createTranslator({ locale: "en", messages: { lifetime } });
const formats = valueFormats("EUR", "en");

describe("the words of a doubt", () => {
  it.each(WARNING_CODES)("%s has every number that its sentence names", (code) => {
    const words = t(`lifetime.warnings.${code}`, doubtValues({}, formats));
    expect(words).not.toContain(`warnings.${code}`);
    expect(words).not.toMatch(/[{}]/);
  });

  it("say how long nobody has bought before a late cut-off", () => {
    expect(t("lifetime.warnings.late_cutoff", doubtValues({ days: 1340 }, formats))).toMatch(
      /^The last order of all lies 1,340 days before the cut-off\./,
    );
  });
});
