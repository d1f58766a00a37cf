// Whether the server answers, as seen by the requests themselves: `navigator.onLine` knows the cable, not the server.
export type Connection = { readonly reachable: boolean; readonly lastAnsweredAt: number | null };

let connection: Connection = { reachable: true, lastAnsweredAt: null };
const listeners = new Set<() => void>();

function become(next: Connection): void {
  const turned = next.reachable !== connection.reachable;
  connection = turned || !next.reachable ? next : { ...connection, lastAnsweredAt: next.lastAnsweredAt };
  if (turned) for (const listener of listeners) listener();
}

export const noteAnswer = (): void => become({ reachable: true, lastAnsweredAt: Date.now() });
export const noteSilence = (): void => become({ reachable: false, lastAnsweredAt: connection.lastAnsweredAt });

export const readConnection = (): Connection => connection;

export function watchConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
