// Writes services/gateway/docker/README.md: which operations of the Docker API answer, and what each real client was answered in the
// tests of test/conformance, which leave that in build/conformance. Run by `make support-table`, after `make test-conformance`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from './endpoints.ts';

const records = 'build/conformance';
export const page = 'services/gateway/docker/README.md';

type Statuses = Readonly<Record<string, readonly number[]>>;

/** The page: a line for each documented operation, a column for each client. Pure. */
export const supportPage = (clients: ReadonlyMap<string, Statuses>): string => {
  const names = [...clients.keys()].toSorted();
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = endpoints.map((endpoint) => row([`\`${endpoint}\``, ...names.map((name) => (clients.get(name)?.[endpoint] ?? []).join(' '))]));
  const asked = endpoints.filter((endpoint) => names.some((name) => (clients.get(name)?.[endpoint] ?? []).some((status) => status < 400)));
  return `# The Docker API and its clients

Which status each client was answered by each documented operation (${endpoints.length} in version 1.51), in the tests of \`test/conformance\`. ${asked.length} of them
served a client. Empty: the client's tests do not ask for it. 4xx and 5xx are there because tests look at what is refused, too.

Written by \`make support-table\` from the last run of \`make test-conformance\`; not by hand.

${row(['operation', ...names])}
${row(['---', ...names.map(() => '---')])}
${lines.join('\n')}
`;
};

if (import.meta.main) {
  if (!existsSync(records)) throw new Error(`${records} is missing: run "make test-conformance" first, which records what clients are answered`);
  const clients = new Map(readdirSync(records).map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(records, file), 'utf8')) as Statuses]));
  writeFileSync(page, supportPage(clients));
}
