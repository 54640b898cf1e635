type Items = Record<string, unknown>;
type Changes = Record<string, { newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

/** As much of the browser's storage as takes part in messages: areas that tell of their changes. */
export function fakeStorage() {
  const listeners = new Set<Listener>();
  const area = (name: string) => {
    const items: Items = {};
    return {
      items,
      get: async (key: string | null) =>
        structuredClone(key === null ? items : key in items ? { [key]: items[key] } : {}),
      async set(some: Items) {
        Object.assign(items, structuredClone(some));
        const changes = Object.fromEntries(
          Object.entries(some).map(([key, newValue]) => [key, { newValue }]),
        );
        for (const listener of listeners) listener(changes, name);
      },
      async remove(key: string) {
        delete items[key];
      },
      async clear() {
        for (const key of Object.keys(items)) delete items[key];
      },
    };
  };
  const onChanged = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  return { local: area('local'), session: area('session'), managed: area('managed'), onChanged };
}

type Message = { name: string; request: Record<string, unknown> };

/** What the frames of a tab answer; one that is not there rejects, and lets no script in. */
export function fakeFrames() {
  const frames = new Map<number, (message: Message) => unknown>();
  return {
    frames,
    tabs: {
      async sendMessage(_tabId: number, message: Message, { frameId = 0 }: { frameId?: number }) {
        const answer = frames.get(frameId);
        if (answer === undefined) throw new Error('Receiving end does not exist');
        return { ok: true, reply: await answer(message) };
      },
    },
    scripting: {
      async executeScript() {
        throw new Error('No frame with that id');
      },
    },
  };
}
