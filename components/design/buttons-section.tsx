"use client";

import { Archive, Download, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { ButtonSize, ButtonVariant } from "#components/ui/button-style.ts";
import { Link } from "#components/ui/link.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { Specimen } from "./specimen.tsx";

const VARIANTS: readonly ButtonVariant[] = ["primary", "default", "quiet", "danger"];
const SIZES: readonly ButtonSize[] = ["sm", "md", "lg"];

/** Buttons, and links that look like them. */
export function ButtonsSection() {
  const t = useTranslations("design");
  return (
    <>
      {VARIANTS.map((variant) => (
        <Specimen key={variant} title={t(`variants.${variant}`)} look="row">
          {SIZES.map((size) => (
            <Button key={size} variant={variant} size={size}>
              {t(`sizes.${size}`)}
            </Button>
          ))}
          <Button variant={variant}>
            <Plus />
            {t("sample.withIcon")}
          </Button>
          <Button variant={variant} isPending>
            {t("states.pending")}
          </Button>
          <Button variant={variant} isDisabled>
            {t("states.disabled")}
          </Button>
          <Button variant={variant} isIcon aria-label={t("sample.archive")}>
            <Archive />
          </Button>
        </Specimen>
      ))}
      <Specimen title={t("links")} look="row">
        <ButtonLink href="/design/buttons">
          <Download />
          {t("sample.goSomewhere")}
        </ButtonLink>
        <p>
          <Link href="/design/buttons">{t("sample.inText")}</Link> ·{" "}
          <Link isPlain href="/design/buttons" className="inline-block py-0.5">
            {t("sample.inTable")}
          </Link>
        </p>
      </Specimen>
      <LanguageSamples>
        {({ action, first }) => (
          <div className="flex flex-wrap gap-2 sm:col-span-2 lg:col-span-3">
            <Button variant="primary">
              <Plus />
              {action}
            </Button>
            <Button>{first}</Button>
            <Button variant="danger">
              <Trash2 />
              {action}
            </Button>
          </div>
        )}
      </LanguageSamples>
    </>
  );
}
