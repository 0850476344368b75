import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/format/request.ts");

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
];

// Uploads do not pass proxy.ts, so they get their policy here: they answer JSON and load nothing.
const UPLOAD_HEADERS = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@react-email/components",
    "@react-email/render",
    "busboy",
    "next-auth",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
  ],
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  async headers() {
    return [
      { source: "/:path*", headers: SECURITY_HEADERS },
      { source: "/api/v1/imports", headers: UPLOAD_HEADERS },
      { source: "/w/:tenant/data/imports/upload", headers: UPLOAD_HEADERS },
      { source: "/w/:tenant/data/imports/preview", headers: UPLOAD_HEADERS },
      { source: "/w/:tenant/evidence/files", headers: UPLOAD_HEADERS },
    ];
  },
};

export default withNextIntl(config);
