export type LockAttempt = { taken: true; stale: boolean; release: () => void } | { taken: false; holder: number };
export function takeLock(path: string): LockAttempt;
export function findLockHolder(path: string): number | undefined;
