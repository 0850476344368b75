"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { CopyButton } from "./copy-button.tsx";

export type RecoveryCodesProps = { codes: readonly string[] };

/** Ten codes, shown once, to take along. */
export function RecoveryCodes({ codes }: RecoveryCodesProps) {
  const t = useTranslations("account");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = codes.join("\n");
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 ref={heading} tabIndex={-1} className="outline-none">
          {t("recoveryCodes")}
        </h3>
        <p className="mt-1 max-w-[64ch] text-muted">{t("recoveryCodesText")}</p>
      </div>
      <ol
        aria-label={t("recoveryCodes")}
        className="grid max-w-md grid-cols-1 gap-x-6 gap-y-1 rounded-sm border border-hairline bg-canvas px-4 py-3 font-mono text-xs sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap gap-2">
        <CopyButton text={text} />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download={t("recoveryFile")}
          className={`${buttonStyle({})} [&_.lucide]:text-muted`}
        >
          <Download />
          {t("download")}
        </a>
        <Button onPress={() => window.print()}>
          <Printer />
          {t("print")}
        </Button>
      </div>
    </div>
  );
}
