import { useTranslations } from "next-intl";
import { TierPromise } from "#components/tiers/tier-promise.tsx";
import { TreatmentLines } from "#components/tiers/treatment-lines.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ComplaintPartProps } from "./complaint-part.ts";
import { PromiseClock } from "./promise-clock.tsx";

/** The clock of a complaint, whose it is, and how the policy treats them. */
export function ComplaintSide(props: ComplaintPartProps) {
  const t = useTranslations("lookup.complaintPage");
  const { standing } = props.complaint;
  return (
    <aside aria-label={t("side")} className="min-w-0 space-y-4">
      <ClockPanel {...props} />
      <CustomerPanel {...props} />
      {standing?.tier && (
        <section className="space-y-2 rounded-md bg-tint-primary p-4">
          <h2 className="text-xs font-medium text-primary">{t("treat")}</h2>
          <TreatmentLines lines={standing.tier.lines} />
          <TierPromise tier={standing.tier} {...props.formats} />
        </section>
      )}
    </aside>
  );
}

function ClockPanel({ complaint }: ComplaintPartProps) {
  const t = useTranslations("lookup.complaintPage");
  const lookup = useTranslations("lookup");
  const { isOpen, hoursLeft, standing, hasCalendar } = complaint;
  if (!isOpen) return null;
  return (
    <Panel title={t("clock")} {...(hasCalendar ? { caption: lookup("openingHours") } : {})}>
      {hoursLeft === null ? (
        <p className="text-muted">{t("noClock")}</p>
      ) : (
        <div className="flex items-center justify-between gap-4">
          <span>{t("promise", { tier: standing?.tierName ?? "" })}</span>
          <PromiseClock hoursLeft={hoursLeft} />
        </div>
      )}
    </Panel>
  );
}

function CustomerPanel({ complaint, slug, permissions }: ComplaintPartProps) {
  const t = useTranslations("lookup.complaintPage");
  const lookup = useTranslations("lookup");
  const { customer, isMasked, standing } = complaint;
  return (
    <Panel title={t("customer")}>
      <div className="space-y-3">
        {customer ? (
          <div className="flex items-center gap-3">
            <Avatar name={customer.name ?? customer.number} size="lg" />
            <div className="min-w-0">
              <p className="font-medium break-words">
                {permissions.has("customer:read") ? (
                  <Link href={`/w/${slug}/customers/${customer.id}`}>
                    {customer.name ?? customer.number}
                  </Link>
                ) : (
                  (customer.name ?? customer.number)
                )}
              </p>
              {customer.name !== null && <p className="text-xs text-muted">{customer.number}</p>}
            </div>
          </div>
        ) : (
          <p className="text-muted">{t(isMasked ? "hidden" : "unknown")}</p>
        )}
        <Chip isMuted={!standing}>
          {standing ? lookup("tier", { tier: standing.tierName }) : lookup("noTier")}
        </Chip>
      </div>
    </Panel>
  );
}
