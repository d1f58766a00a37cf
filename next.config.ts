import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const config: NextConfig = {
  distDir: process.env.MINTKEY_NEXT_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are a step of their own in `npm test`; checking them twice would only slow down the first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "lmdb"],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
