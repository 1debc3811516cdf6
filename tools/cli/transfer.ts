import { StringDecoder } from 'node:string_decoder';
import type { LayerState, TransferLine, TransferOpening } from '#endpoints/transfer-lines.ts';
import { CommandError } from './api.ts';
import type { Invocation } from './command.ts';
import { loginFor } from './registry-login.ts';
import { size, span } from './table.ts';
import { layerBar } from './layer-bar.ts';

type Line = TransferLine | TransferOpening;
type Done = Extract<TransferLine, { event: 'done' }>;
export type Transferred = { opening: TransferOpening; done: Done; tookMs: number };

/** Pulls or pushes, with the login that this user keeps, and shows it as it goes. Throws when it fails. */
export const transfer = async ({ api, err }: Invocation, direction: 'pull' | 'push', reference: string, { platform = '', quiet = false }: { platform?: string; quiet?: boolean }): Promise<Transferred> => {
  const login = await loginFor(reference);
  const startedAtMs = performance.now();
  const response = await api.open('POST', `/api/v1/images/${direction}`, JSON.stringify({ reference, platform, ...(login ? { login } : {}) }));
  const show = quiet ? () => {} : process.stderr.isTTY && !process.env.CI ? repainted(err) : plain(err);
  let opening: TransferOpening | undefined;
  for await (const line of linesIn(response)) {
    show(line);
    if (line.event === 'begun') opening = line;
    if (line.event === 'failed') throw new CommandError(line.message);
    if (line.event === 'done' && opening) return { opening, done: line, tookMs: performance.now() - startedAtMs };
  }
  throw new CommandError('the daemon went away in the middle of it: try again');
};

/** `45.2MB in 3 seconds` */
export const effort = ({ done: { movedBytes }, tookMs }: Transferred): string => (movedBytes === 0 ? 'nothing had to be moved' : `${size(movedBytes)} in ${span(tookMs).toLowerCase()}`);

const linesIn = async function* (response: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of response) {
    const [...whole] = (rest + decoder.write(piece)).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) yield JSON.parse(line) as Line;
  }
};

const shortId = (digest: string): string => digest.replace('sha256:', '').slice(0, 12);
const ends: readonly LayerState[] = ['pulled', 'pushed', 'mounted', 'there'];
/** Of these all bytes have come. */
const isHere: readonly LayerState[] = [...ends, 'downloaded', 'unpacking'];
const words: Readonly<Record<LayerState, string>> = {
  waiting: 'waiting', downloading: 'downloading', downloaded: 'downloaded', unpacking: 'unpacking', pulled: 'pulled', preparing: 'preparing', uploading: 'uploading', pushed: 'pushed', mounted: 'taken over', there: 'there already',
};

/** One line for each layer that is done, for pipes and CI: never repainted. */
const plain = (err: (text: string) => void) => {
  const sizes = new Map<string, number>();
  return (line: Line): void => {
    if (line.event === 'begun') err(`${line.reference} on ${line.nodeId}\n`);
    if (line.event === 'resolved') for (const { id, sizeBytes } of line.layers) sizes.set(id, sizeBytes);
    if (line.event === 'layer' && ends.includes(line.state)) err(`${shortId(line.id)}: ${words[line.state]}${line.from === undefined ? '' : ` from ${line.from}`} (${size(sizes.get(line.id) ?? 0)})\n`);
  };
};

/** A line and a bar for each layer, painted again in place after each change. */
const repainted = (err: (text: string) => void) => {
  const layers = new Map<string, { state: LayerState; current: number; total: number }>();
  let painted = 0;
  let heading = '';
  return (line: Line): void => {
    if (line.event === 'begun') heading = `${line.reference} on ${line.nodeId}`;
    if (line.event === 'resolved') for (const { id, sizeBytes } of line.layers) layers.set(id, { state: layers.get(id)?.state ?? 'waiting', current: 0, total: sizeBytes });
    if (line.event === 'layer') layers.set(line.id, { state: line.state, current: line.currentBytes ?? 0, total: line.totalBytes ?? layers.get(line.id)?.total ?? 0 });
    const width = (process.stderr.columns || 80) - 1;
    const room = Math.max(3, (process.stderr.rows || 24) - 2);
    const rows = [...layers].slice(-room).map(([id, { state, current, total }]) => ` ${shortId(id)}  ${words[state].padEnd(13)} ${layerBar(isHere.includes(state) ? total : current, total)}`.slice(0, width));
    err(`${painted > 0 ? `\u001b[${painted}A\u001b[J` : ''}${heading}\n${rows.map((row) => `${row}\n`).join('')}`);
    painted = rows.length + 1;
  };
};
