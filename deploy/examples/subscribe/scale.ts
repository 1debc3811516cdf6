// A command over NATS: node deploy/examples/subscribe/scale.ts PROJECT SERVICE=REPLICAS
import { randomUUID } from 'node:crypto';
import { headers } from '@nats-io/transport-node';
import { RevisionReply, ScaleProject } from '#proto/compose.ts';
import { Reply } from '#proto/envelope.ts';
import { connectAsClient } from './connect.ts';

const [project = '', wish = ''] = process.argv.slice(2);
const [service = '', replicas = ''] = wish.split('=');

const connection = await connectAsClient();
const about = headers();
// The same id on every try of one command: it is decided once, and answered each time.
about.set('Lading-Command-Id', randomUUID());
about.set('Lading-Actor', 'example');
about.set('Lading-Reason', encodeURIComponent('shows how a command is sent'));
const answer = await connection.request('cmd.compose.scale', ScaleProject.encode({ project, replicas: { [service]: Number(replicas) } }), { headers: about, timeout: 20_000 });
const { refusal, body } = Reply.decode(answer.data);
if (refusal) {
  console.error(`${refusal.code}: ${refusal.message}`);
  process.exitCode = 1;
} else {
  const { revision, planText } = RevisionReply.decode(body);
  console.log(`revision ${revision}\n${planText}`);
}
await connection.close();
