/** How far reading may run ahead of what has been taken. */
export interface Window {
  /** inputs whose outcome was not taken yet */
  count: number;
  /** the sum of `sizeOf` over outcomes that wait for their turn */
  size: number;
}

interface Slot<Outcome> {
  outcome: Promise<Outcome>;
  size: number;
}

/**
 * Runs inputs side by side and yields their outcomes in the order of the inputs. Reading stops while the window is full, so
 * a slow taker or a slow input costs no memory. When the taker leaves, the inputs are closed.
 */
export async function* inOrder<Input, Outcome>(
  inputs: AsyncIterable<Input>,
  run: (input: Input) => Promise<Outcome>,
  sizeOf: (outcome: Outcome) => number,
  window: Window,
): AsyncGenerator<Outcome> {
  const queue: Slot<Outcome>[] = [];
  const change = new Change();
  let held = 0;
  let isOver = false;
  const start = (input: Input): void => {
    const slot: Slot<Outcome> = { outcome: run(input), size: 0 };
    // the failure of a later slot is met when its turn comes
    slot.outcome.then(
      (outcome) => {
        slot.size = sizeOf(outcome);
        held += slot.size;
      },
      () => {},
    );
    queue.push(slot);
    change.tell();
  };
  const reading = (async () => {
    for await (const input of inputs) {
      while (!isOver && (queue.length >= window.count || held >= window.size)) await change.next();
      if (isOver) return;
      start(input);
    }
  })().finally(() => {
    isOver = true;
    change.tell();
  });
  reading.catch(() => {});
  try {
    while (queue.length > 0 || !isOver) {
      const head = queue[0];
      if (head === undefined) {
        await change.next();
        continue;
      }
      const outcome = await head.outcome;
      queue.shift();
      held -= head.size;
      change.tell();
      yield outcome;
    }
    await reading;
  } finally {
    isOver = true;
    change.tell();
  }
}

/** Wakes those who wait for anything to change. */
class Change {
  private waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  tell(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
