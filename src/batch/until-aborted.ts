/** The same items until the signal comes, also when the source is waiting for its next one at that moment. */
export async function* untilAborted<Item>(items: AsyncIterable<Item>, signal?: AbortSignal): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const stopped = new Promise<null>((resolve) => {
    signal?.addEventListener('abort', () => resolve(null), { once: true });
  });
  while (signal?.aborted !== true) {
    const next = await (signal === undefined ? iterator.next() : Promise.race([iterator.next(), stopped]));
    if (next === null || next.done === true) return;
    yield next.value;
  }
}
