// Keys in memory, under a lease. A held key is used only while the lease lives, and a load that began before a change
// is never used by a request that came after it.
import type { Environment } from "@/lib/domain/environment";
import { unavailable } from "@/lib/domain/errors";
import { type IpRule, ipRuleOf } from "@/lib/domain/ip-rule";
import { type FoundSecret, findSecretByDigestAcrossTenants } from "@/lib/store/credentials";
import { LEASE_MS } from "@/lib/store/key-changes";
import { type KeyListener, type ServerBacklog, startKeyListener } from "@/lib/store/key-listener";

/** A found secret with its address rules ready to match. */
export type HeldSecret = FoundSecret & { readonly ipRules: readonly IpRule[] };

const HELD_MAX = 20_000;
const RELOADS_MAX = 20;

export class KeyCache {
  readonly #environment: Environment;
  readonly #held = new Map<string, HeldSecret>();
  readonly #digestsByKey = new Map<string, Set<string>>();
  readonly #loading = new Map<string, Promise<HeldSecret | null>>();
  readonly #listener: KeyListener;
  #generation = 0n;
  #leaseEndsMs = Number.NEGATIVE_INFINITY;
  #leaseEndsWallMs = Number.NEGATIVE_INFINITY;

  /** `backlog` is told with each heartbeat. */
  constructor(environment: Environment, kind: string, backlog: () => ServerBacklog) {
    this.#environment = environment;
    this.#listener = startKeyListener(environment, kind, {
      changed: (generation, keyId) => this.#forget(generation, keyId),
      renewed: (generation, askedMs) => this.#renew(generation, askedMs),
      backlog,
    });
  }

  /** Under which this process is listed among the servers. */
  get serverId(): string {
    return this.#listener.serverId;
  }

  /** The held secret, without touching the database; undefined when the lease is over or it is not held. */
  peek(digest: string, nowMs: number): HeldSecret | undefined {
    return this.#leaseIsLive(nowMs) ? this.#held.get(digest) : undefined;
  }

  /** Reads the secret from the database. Null: there is none. Throws `SERVICE_UNAVAILABLE` when nobody can vouch for it. */
  async load(digest: Buffer): Promise<HeldSecret | null> {
    const name = digest.toString("latin1");
    for (let attempt = 0; attempt < RELOADS_MAX; attempt++) {
      const generation = this.#generation;
      const found = await this.#sharedLoad(name, digest);
      if (generation === this.#generation) return found;
    }
    throw unavailable();
  }

  /** Whether this process may trust its memory now. */
  isLive(): boolean {
    return this.#leaseIsLive(Date.now());
  }

  async stop(): Promise<void> {
    this.#leaseEndsMs = Number.NEGATIVE_INFINITY;
    await this.#listener.stop();
  }

  // Concurrent requests for one secret share one read. The map is emptied by each change that is heard, so nobody joins an
  // older read; and without a lease a change may go unheard, so then everybody reads alone.
  #sharedLoad(name: string, digest: Buffer): Promise<HeldSecret | null> {
    const shared = this.#loading.get(name);
    if (shared && this.#leaseIsLive(Date.now())) return shared;
    const generation = this.#generation;
    const loading = findSecretByDigestAcrossTenants(this.#environment, digest)
      .then((found) => {
        const held = found && { ...found, ipRules: found.allowedIps.map(ipRuleOf) };
        if (held && generation === this.#generation && this.#leaseIsLive(Date.now())) this.#hold(name, held);
        return held;
      })
      .finally(() => {
        if (this.#loading.get(name) === loading) this.#loading.delete(name);
      });
    this.#loading.set(name, loading);
    return loading;
  }

  #hold(digest: string, held: HeldSecret): void {
    if (this.#held.size >= HELD_MAX) this.#forgetAll();
    this.#held.set(digest, held);
    const digests = this.#digestsByKey.get(held.keyId);
    if (digests) digests.add(digest);
    else this.#digestsByKey.set(held.keyId, new Set([digest]));
  }

  #forget(generation: bigint, keyId: string): void {
    // A gap means that a change went unheard.
    if (generation > this.#generation + 1n) this.#forgetAll();
    for (const digest of this.#digestsByKey.get(keyId) ?? []) this.#held.delete(digest);
    this.#digestsByKey.delete(keyId);
    this.#loading.clear();
    if (generation > this.#generation) this.#generation = generation;
  }

  #renew(generation: bigint, askedMs: number): void {
    if (generation > this.#generation) {
      this.#forgetAll();
      this.#generation = generation;
    }
    this.#leaseEndsMs = askedMs + LEASE_MS;
    this.#leaseEndsWallMs = Date.now() - (performance.now() - askedMs) + LEASE_MS;
  }

  #forgetAll(): void {
    this.#held.clear();
    this.#digestsByKey.clear();
    this.#loading.clear();
  }

  // Two clocks: the monotonic one stands still while a machine sleeps, the wall clock may be set back. Either one ends the lease.
  #leaseIsLive(wallMs: number): boolean {
    return wallMs < this.#leaseEndsWallMs && performance.now() < this.#leaseEndsMs;
  }
}
