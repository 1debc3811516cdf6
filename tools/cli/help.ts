import { catalogue } from './catalogue.ts';
import type { Command } from './command.ts';

/** What `lading --help` shows. */
export const overview = (): string => {
  const groups = [...new Set(catalogue.map(({ group }) => group))];
  const width = Math.max(...catalogue.map(({ name }) => name.length)) + 2;
  const lines = groups.map((group) => `${group}:\n${catalogue.filter((entry) => entry.group === group).map(({ name, about }) => `  ${name.padEnd(width)}${about}\n`).join('')}`);
  return `\
Runs the compose file you have, on one machine or many, and keeps every event.

Usage: lading [-p PROJECT] [-f FILE]... COMMAND

${lines.join('\n')}
The project meant is -p, else the compose file's of this folder, else the only one that runs.
Point DOCKER_HOST at unix:///run/lading/docker.sock to use docker's own tools.
`;
};

/** What `lading COMMAND --help` shows. */
export const commandHelp = ({ usage, help, options = {} }: Command): string => {
  const rows = Object.entries(options).map(([name, { short, value, type, help: about }]) => [`  ${short ? `-${short}, ` : '    '}--${name}${type === 'string' ? ` ${value ?? 'VALUE'}` : ''}`, about] as const);
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 2;
  return `${help}\n\nUsage: lading ${usage}\n${rows.length > 0 ? `\n${rows.map(([left, about]) => `${left.padEnd(width)}${about}\n`).join('')}` : ''}`;
};
