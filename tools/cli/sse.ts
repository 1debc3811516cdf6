export type SseEvent = { id: string; event: string; data: string };

/** Reads server-sent events off a stream. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export async function* readSse(stream: AsyncIterable<Uint8Array | string>): AsyncIterable<SseEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parse(block);
      if (event.data !== '') yield event;
    }
  }
}

const parse = (block: string): SseEvent => {
  const event: SseEvent = { id: '', event: 'message', data: '' };
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (name === 'data') event.data += event.data === '' ? value : `\n${value}`;
    else if (name === 'id') event.id = value;
    else if (name === 'event') event.event = value;
  }
  return event;
};
