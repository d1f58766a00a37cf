import type { ChainEnd } from "./audit-events";

type Chains = Map<string, Promise<ChainEnd | null>>;

/**
 * Lets the changes of one organization append to its audit chain one after the other, in the order in which they come.
 * The database would do the same with a row lock, at the price of a sleeping connection and a wake-up for each that waits.
 * Several processes still meet at that lock; what a process remembers is checked by the statement that appends.
 */
export class AuditTurns {
  private readonly chains: Chains = new Map();

  of(organizationId: string): AuditTurn {
    return new AuditTurn(this.chains, organizationId);
  }
}

/** The right to append to one chain, from `take` to `over`. */
export class AuditTurn {
  private giveBack: (end: ChainEnd | null) => void = () => undefined;

  constructor(
    private readonly chains: Chains,
    private readonly organizationId: string,
  ) {}

  /** Waits for its turn. Answers where the chain ended after the one before; null when that is not known. */
  async take(): Promise<ChainEnd | null> {
    const before = this.chains.get(this.organizationId);
    const mine = new Promise<ChainEnd | null>((resolve) => {
      this.giveBack = resolve;
    });
    this.chains.set(this.organizationId, mine);
    return (await before) ?? null;
  }

  /** Gives the turn back, if it was taken. `end` is where the chain ends now; null when the transaction did not commit. */
  over(end: ChainEnd | null): void {
    this.giveBack(end);
  }
}
