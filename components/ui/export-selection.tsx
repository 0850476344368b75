import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";

const FORMATS = ["csv", "xlsx", "json"] as const;

/** Take the chosen rows away, in one of the formats that every list has. In a `SelectionBar`, whose form they send. */
export function ExportSelection() {
  const t = useTranslations("lists");
  return FORMATS.map((format) => (
    <Button
      key={format}
      type="submit"
      name="format"
      value={format}
      aria-label={t("exportChosen", { format: t(`short_${format}`) })}
    >
      {format === "csv" && <Download />}
      {t(`short_${format}`)}
    </Button>
  ));
}
