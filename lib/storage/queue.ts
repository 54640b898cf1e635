/**
 * Makes a queue: tasks run one after another, each when the one before has ended, well or badly. For changes
 * that read, decide and write back what several callers share.
 */
export function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    // A failed task is its caller's to handle; the next one starts afresh.
    last = next.catch(() => undefined);
    return next;
  };
}
