"use client";

import { NextIntlClientProvider } from "next-intl";
import { FailedPage } from "#components/shell/failed-page.tsx";
import { FullPage } from "#components/shell/full-page.tsx";
import common from "#lib/format/messages/en/common.json";
import errors from "#lib/format/messages/en/errors.json";
import "./globals.css";

type Props = Readonly<{ error: unknown; retry: () => void }>;

/** Stands in for the root layout itself, so it brings its own words. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>{errors.failedTitle}</title>
        <NextIntlClientProvider locale="en" messages={{ common, errors }}>
          <FullPage appName={common.appName}>
            <FailedPage error={error} retry={retry} />
          </FullPage>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
