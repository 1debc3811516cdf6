import { CommandError } from '../api.ts';
import { catalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';

const first = (): string[] => [...new Set(catalogue.map(({ name }) => name.split(' ')[0] ?? ''))];
const second = (word: string): string[] => catalogue.filter(({ name }) => name.startsWith(`${word} `)).map(({ name }) => name.split(' ')[1] ?? '');

const scripts: Record<string, () => string> = {
  bash: () => `_lading() {
  local words="${first().join(' ')}"
  case "\${COMP_WORDS[1]}" in
${first().filter((word) => second(word).length > 0).map((word) => `    ${word}) [ "$COMP_CWORD" = 2 ] && words="${second(word).join(' ')}" ;;\n`).join('')}    start|stop|restart|kill|rm|exec|logs|inspect) [ "$COMP_CWORD" -ge 2 ] && words="$(lading ps --format '{{.Name}}' 2>/dev/null)" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _lading lading
`,
  zsh: () => `#compdef lading\n_arguments '1:command:(${first().join(' ')})' '*:container:(\${(f)"$(lading ps --format "{{.Name}}" 2>/dev/null)"})'\n`,
  fish: () => catalogue.map(({ name, about }) => `complete -c lading -n __fish_use_subcommand -f -a ${name.split(' ')[0]} -d '${about.replaceAll("'", '’')}'\n`).join(''),
};

export const completion: Command = {
  name: 'completion',
  usage: 'completion bash|zsh|fish',
  help: 'Prints completion for a shell: source <(lading completion bash)',
  run: async ({ words, out }) => {
    const script = scripts[words[0] ?? ''];
    if (!script) throw new CommandError(`say which shell: ${Object.keys(scripts).join(', ')}`, 125);
    out(script());
  },
};
