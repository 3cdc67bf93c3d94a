/** How far reading may run ahead of what has been taken. */
export interface Window {
  /** inputs whose outcome was not taken yet */
  count: number;
  /** the sum of the sizes of inputs under way and of outcomes that wait for their turn */
  size: number;
}

/** Bytes that an input and its outcome keep in memory. */
export interface Sizes<Input, Outcome> {
  ofInput(input: Input): number;
  ofOutcome(outcome: Outcome): number;
}

interface Slot<Outcome> {
  outcome: Promise<Outcome>;
  size: number;
}

/**
 * Runs inputs side by side and yields their outcomes in the order of the inputs. Reading stops while the window is full, so
 * a slow taker or a slow input costs no memory. What goes wrong with an input is thrown in its turn.
 */
export async function* inOrder<Input, Outcome>(
  inputs: AsyncIterable<Input>,
  run: (input: Input) => Promise<Outcome>,
  sizes: Sizes<Input, Outcome>,
  window: Window,
): AsyncGenerator<Outcome> {
  const ahead = new ReadAhead(run, sizes, window);
  const reading = ahead.read(inputs);
  // met below, when everything before it has been taken
  reading.catch(() => {});
  try {
    for (let slot = await ahead.first(); slot !== null; slot = await ahead.first()) {
      const outcome = await slot.outcome;
      ahead.drop(slot);
      yield outcome;
    }
    await reading;
  } finally {
    ahead.stop();
  }
}

/** The queue between reading and taking. */
class ReadAhead<Input, Outcome> {
  private readonly queue: Slot<Outcome>[] = [];
  private held = 0;
  private isOver = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly run: (input: Input) => Promise<Outcome>,
    private readonly sizes: Sizes<Input, Outcome>,
    private readonly window: Window,
  ) {}

  /** Starts one input after the other, as there is room. */
  async read(inputs: AsyncIterable<Input>): Promise<void> {
    try {
      for await (const input of inputs) {
        while (!this.isOver && this.isFull()) await this.change();
        if (this.isOver) return;
        this.start(input);
      }
    } finally {
      this.stop();
    }
  }

  /** The slot whose turn it is; null when there will be none. */
  async first(): Promise<Slot<Outcome> | null> {
    while (this.queue.length === 0 && !this.isOver) await this.change();
    return this.queue[0] ?? null;
  }

  drop(slot: Slot<Outcome>): void {
    this.queue.shift();
    this.held -= slot.size;
    this.tell();
  }

  stop(): void {
    this.isOver = true;
    this.tell();
  }

  private start(input: Input): void {
    const slot: Slot<Outcome> = { outcome: this.run(input), size: this.sizes.ofInput(input) };
    this.held += slot.size;
    const weighAgain = (outcome: Outcome): void => {
      this.held -= slot.size;
      slot.size = this.sizes.ofOutcome(outcome);
      this.held += slot.size;
    };
    // the failure of a later slot is met in its turn
    slot.outcome.then(weighAgain, () => {});
    this.queue.push(slot);
    this.tell();
  }

  private isFull(): boolean {
    return this.queue.length >= this.window.count || this.held >= this.window.size;
  }

  /** Resolves when anything has changed. */
  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private tell(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
