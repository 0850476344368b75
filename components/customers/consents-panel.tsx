import { CircleCheck, CircleHelp, CircleX, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormAction } from "#components/people/action-form.tsx";
import { Chip, type ChipProps } from "#components/ui/chip.tsx";
import { Panel } from "#components/ui/panel.tsx";
import {
  type ConsentState,
  derivedBasis,
  type LawfulBasis,
  PURPOSES,
  type Purpose,
} from "#lib/customers/consents.ts";
import type { CustomerDetail, RecordedConsent } from "#lib/customers/types.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { ConsentForm } from "./consent-form.tsx";

export type ConsentsPanelProps = {
  customer: Pick<CustomerDetail, "id" | "consents" | "hasOrdered">;
  tenant: string;
  formats: { locale: string; timeZone: string };
  /** null for those who may not change it */
  action: FormAction | null;
};

const LOOK: Record<ConsentState, Pick<ChipProps, "icon" | "tone">> = {
  given: { icon: <CircleCheck />, tone: "good" },
  withdrawn: { icon: <CircleX />, tone: "bad" },
  unknown: { icon: <CircleHelp />, tone: "neutral" },
};

/** For which purposes a customer's data may be used, why, and who said so. */
export function ConsentsPanel({ customer, tenant, formats, action }: ConsentsPanelProps) {
  const t = useTranslations("customers");
  return (
    <Panel title={t("consent.title")} caption={t("consent.caption")}>
      <ul className="space-y-3">
        {PURPOSES.map((purpose) => {
          const consent = customer.consents.find((each) => each.purpose === purpose) ?? null;
          const derived = derivedBasis(purpose, consent?.state ?? null, customer.hasOrdered);
          return (
            <li key={purpose}>
              {derived ? (
                <DerivedLine purpose={purpose} basis={derived} />
              ) : (
                <PurposeLine purpose={purpose} consent={consent} formats={formats} />
              )}
              {action && (
                <ConsentForm
                  // What was recorded is the form's new start.
                  key={`${consent?.state}/${consent?.lawfulBasis}`}
                  tenant={tenant}
                  customerId={customer.id}
                  purpose={purpose}
                  consent={consent}
                  action={action}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** A basis that no record names: what the files for this purpose go by. */
function DerivedLine({ purpose, basis }: { purpose: Purpose; basis: LawfulBasis }) {
  const t = useTranslations("customers");
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {t(`purposes.${purpose}`)}
        <Chip icon={<Link2 />}>{t("consent.derived")}</Chip>
      </p>
      <p className="text-xs text-muted">
        {t("consent.derivedBasis", { basis: t(`bases.${basis}`) })}
        <span className="block text-2xs">{t("consent.derivedNote")}</span>
      </p>
    </>
  );
}

type PurposeLineProps = {
  purpose: Purpose;
  consent: RecordedConsent | null;
  formats: ConsentsPanelProps["formats"];
};

function PurposeLine({ purpose, consent, formats }: PurposeLineProps) {
  const t = useTranslations("customers");
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {t(`purposes.${purpose}`)}
        {consent && <Chip {...LOOK[consent.state]}>{t(`states.${consent.state}`)}</Chip>}
      </p>
      <p className="text-xs text-muted">
        {consent ? t(`bases.${consent.lawfulBasis}`) : t("consent.nothing")}
        {consent && (
          <span className="block text-2xs">
            {t("consent.told", {
              source: consent.source,
              person: consent.recordedBy ?? "none",
              when: formatInstant(consent.recordedAt, formats.locale, formats.timeZone),
            })}
          </span>
        )}
      </p>
    </>
  );
}
