"use client";

import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

// Replaces the whole document, so it cannot lean on any provider.
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Mintkey</title>
        <main className="grid min-h-dvh place-content-center justify-items-center gap-3 p-4 text-center">
          <h1 className="text-xl">That did not work on our side</h1>
          {error.digest ? (
            <p className="text-muted">
              The server's log names it <code className="font-mono">{error.digest}</code>.
            </p>
          ) : null}
          <button
            type="button"
            onClick={reset}
            className="inline-flex h-10 items-center rounded-md bg-accent px-3 font-medium text-on-accent md:h-8"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
