import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CspNonce } from "#components/shell/csp-nonce.tsx";
import { Providers } from "#components/shell/providers.tsx";
import { themeOf } from "#components/shell/theme.ts";
import { clientMessages } from "#lib/format/client-messages.ts";
import { DENSITY_COOKIE, THEME_COOKIE } from "#lib/format/look-cookies.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("appName"), template: `%s · ${t("appName")}` }, robots: "noindex" };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

type Props = Readonly<{ children: ReactNode }>;

export default async function RootLayout({ children }: Props) {
  const [locale, messages, jar, head] = await Promise.all([
    getLocale(),
    getMessages(),
    cookies(),
    headers(),
  ]);
  const theme = themeOf(jar.get(THEME_COOKIE)?.value);
  const isCompact = jar.get(DENSITY_COOKIE)?.value === "compact";
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={isCompact ? "compact" : undefined}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <head>
        <CspNonce nonce={head.get("x-nonce") ?? ""} />
      </head>
      <body>
        <NextIntlClientProvider messages={clientMessages(messages)}>
          <Providers locale={locale}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
