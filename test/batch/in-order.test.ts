import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/batch/in-order.js';
import { untilAborted } from '../../src/batch/until-aborted.js';

async function* numbers(count: number, onRead: (number: number) => void = () => {}): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) {
    onRead(number);
    yield number;
  }
}

describe('inOrder', () => {
  it('yields in the order of the inputs, whichever is done first', async () => {
    const run = async (number: number): Promise<number> => {
      await wait((number * 7) % 5);
      return number;
    };
    const found: number[] = [];
    for await (const number of inOrder(
      numbers(40),
      run,
      { ofInput: () => 0, ofOutcome: () => 1 },
      { count: 8, size: 100 },
    ))
      found.push(number);
    expect(found).toEqual(Array.from({ length: 40 }, (_, number) => number));
  });

  it('reads no further ahead than the window', async () => {
    let read = 0;
    const outcomes = inOrder(
      numbers(1000, () => read++),
      async (number) => number,
      { ofInput: () => 0, ofOutcome: () => 1 },
      { count: 8, size: 1000 },
    );
    for (let taken = 1; taken <= 20; taken++) {
      await outcomes.next();
      await wait(1);
      expect(read).toBeLessThanOrEqual(taken + 8 + 1);
    }
    await outcomes.return(undefined);
  });

  it('counts what waits for its turn by size, too', async () => {
    let started = 0;
    const run = async (number: number): Promise<number> => {
      started++;
      if (number === 0) await wait(50);
      return number;
    };
    const outcomes = inOrder(numbers(1000), run, { ofInput: () => 0, ofOutcome: () => 10 }, { count: 1000, size: 50 });
    await outcomes.next();
    expect(started).toBeLessThan(60);
    await outcomes.return(undefined);
  });

  it('counts inputs that are under way by size', async () => {
    let started = 0;
    const run = async (): Promise<void> => {
      started++;
      await wait(20);
    };
    const outcomes = inOrder(numbers(1000), run, { ofInput: () => 10, ofOutcome: () => 0 }, { count: 1000, size: 50 });
    await outcomes.next();
    expect(started).toBeLessThanOrEqual(10);
    await outcomes.return(undefined);
  });

  it('passes on what goes wrong with an input, in its turn', async () => {
    const run = async (number: number): Promise<number> => {
      if (number === 3) throw new Error('third');
      return number;
    };
    const found: number[] = [];
    const take = async (): Promise<void> => {
      for await (const number of inOrder(
        numbers(10),
        run,
        { ofInput: () => 0, ofOutcome: () => 1 },
        { count: 8, size: 100 },
      ))
        found.push(number);
    };
    await expect(take()).rejects.toThrow('third');
    expect(found).toEqual([0, 1, 2]);
  });

  it('passes on a failure of the source', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('source');
    }
    const take = async (): Promise<void> => {
      for await (const _ of inOrder(
        broken(),
        async (number) => number,
        { ofInput: () => 0, ofOutcome: () => 1 },
        { count: 8, size: 100 },
      ));
    };
    await expect(take()).rejects.toThrow('source');
  });
});

describe('untilAborted', () => {
  it('ends when the signal comes while the source is waiting', async () => {
    async function* stuck(): AsyncGenerator<number> {
      yield 1;
      await wait(60_000, undefined, { ref: false });
    }
    const stop = new AbortController();
    const found: number[] = [];
    setTimeout(() => stop.abort(), 20);
    for await (const number of untilAborted(stuck(), stop.signal)) found.push(number);
    expect(found).toEqual([1]);
  });
});
