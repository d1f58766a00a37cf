type Headers = { header(lowerCaseName: string): string | undefined };

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether a visitor must prove access to the terminal. Behind a proxy on this machine everybody seems to come from the
 * loopback address, so a forwarded request or a foreign host name needs the code too.
 */
export function isSetupCodeNeeded(headers: Headers, clientAddress: string | null): boolean {
  const isForwarded = headers.header("forwarded") !== undefined || headers.header("x-forwarded-host") !== undefined;
  const isLocal =
    clientAddress !== null && LOOPBACK.test(clientAddress) && LOCAL_HOST.test(headers.header("host") ?? "");
  return isForwarded || !isLocal;
}
