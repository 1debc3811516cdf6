import { CommandError } from './api.ts';
import { flag, text, type CommandOption, type Invocation } from './command.ts';
import { table } from './table.ts';
import { render } from './template.ts';

/** One column: its heading (also its name in templates), and its cell. */
export type Column<Row> = { name: string; field: string; cell: (row: Row) => string };

/** Every list takes these. */
export const listOptions = {
  format: { type: 'string', value: 'table|json|TEMPLATE', help: "How to show it: table, json (one object a line) or '{{.Name}}'" },
  quiet: { type: 'boolean', short: 'q', help: 'Only ids or names' },
} as const satisfies Record<string, CommandOption>;

/** Shows rows as the user asked: a table, JSON lines, a Go-like template, or ids alone. */
export const showList = <Row>({ out, options }: Invocation, rows: readonly Row[], columns: readonly Column<Row>[], id: (row: Row) => string): void => {
  if (flag(options, 'quiet')) return out(rows.map((row) => `${id(row)}\n`).join(''));
  const format = text(options, 'format') ?? 'table';
  const fields = (row: Row): Record<string, string> => Object.fromEntries(columns.map(({ field, cell }) => [field, cell(row)]));
  if (format === 'json') return out(rows.map((row) => `${JSON.stringify(fields(row))}\n`).join(''));
  if (format === 'table') return out(table(columns.map(({ name }) => name), rows.map((row) => columns.map(({ cell }) => cell(row)))));
  if (!format.includes('{{')) throw new CommandError(`--format ${format} is none of table, json and a template such as '{{.${columns[0]?.field}}}'`, 125);
  const asTable = format.startsWith('table ');
  const template = asTable ? format.slice('table '.length) : format;
  const lines = rows.map((row) => render(template, fields(row)));
  if (!asTable) return out(lines.map((line) => `${line}\n`).join(''));
  const headings = Object.fromEntries(columns.map(({ name, field }) => [field, name]));
  out(table(render(template, headings).split('\\t'), lines.map((line) => line.split('\\t'))));
};
