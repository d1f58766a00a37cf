type Waiter = { readonly share: BodyShare; readonly bytes: number; readonly go: () => void };

/**
 * Bounds what bodies hold in memory together. Above the bound reading waits, and with it the sender's socket. The request that
 * began first is never made to wait: else requests with half a body each would wait for one another for ever.
 */
export class BodyBudget {
  readonly #shares = new Set<BodyShare>();
  #waiters: Waiter[] = [];
  #used = 0;

  constructor(private readonly bytesMax: number) {}

  get usedBytes(): number {
    return this.#used;
  }

  open(): BodyShare {
    const share = new BodyShare(this);
    this.#shares.add(share);
    return share;
  }

  /** A promise only when there is no room. */
  take(share: BodyShare, bytes: number): void | Promise<void> {
    if (this.#waiters.length === 0 && this.#mayTake(share, bytes)) {
      this.#give(share, bytes);
      return;
    }
    return new Promise((resolve) => {
      this.#waiters.push({ share, bytes, go: resolve });
      this.#admit();
    });
  }

  close(share: BodyShare): void {
    if (!this.#shares.delete(share)) return;
    this.#used -= share.bytes;
    for (const waiter of this.#waiters.filter((one) => one.share === share)) waiter.go();
    this.#waiters = this.#waiters.filter((one) => one.share !== share);
    this.#admit();
  }

  #give(share: BodyShare, bytes: number): void {
    this.#used += bytes;
    share.bytes += bytes;
  }

  #mayTake(share: BodyShare, bytes: number): boolean {
    const [oldest] = this.#shares;
    return share === oldest || this.#used + bytes <= this.bytesMax;
  }

  #admit(): void {
    const [oldest] = this.#shares;
    const isNext = ({ share, bytes }: Waiter, at: number) =>
      share === oldest || (at === 0 && this.#used + bytes <= this.bytesMax);
    for (let next = this.#waiters.findIndex(isNext); next >= 0; next = this.#waiters.findIndex(isNext)) {
      const [waiter] = this.#waiters.splice(next, 1);
      if (!waiter) return;
      this.#give(waiter.share, waiter.bytes);
      waiter.go();
    }
  }
}

/** What one request holds of the budget. */
export class BodyShare {
  bytes = 0;

  constructor(private readonly budget: BodyBudget) {}

  take(bytes: number): void | Promise<void> {
    return this.budget.take(this, bytes);
  }

  release(): void {
    this.budget.close(this);
  }
}
