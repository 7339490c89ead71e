import type { DescribedCommand } from './describe-commands.js';

/** Files are offered wherever nothing else fits (`-o default`). */
export function bashCompletion(commands: readonly DescribedCommand[]): string {
  const places = commands.map((command) => command.place).filter((place) => place !== '');
  const values = commands.flatMap(({ place, options }) =>
    options
      .filter((option) => option.takesValue)
      .map((option) => {
        const patterns = option.flags.map((flag) => `"${place} ${flag}"`).join('|');
        return `    ${patterns}) ${offer(option.choices)} return ;;`;
      }),
  );
  const words = commands.map(({ place, subcommands, options, choices }) => {
    const flags = options.flatMap((option) => option.flags);
    const names = [...subcommands.map(({ name }) => name), ...choices];
    return [
      `    "${place}")`,
      `      if [[ $current == -* ]]; then ${offer(flags)}`,
      `      else ${offer(names)} fi ;;`,
    ].join('\n');
  });
  return `# bash completion for focusracer
_focusracer() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" place="" index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$place/\${COMP_WORDS[index]}" in
    ${places.join('|')}) place="$place/\${COMP_WORDS[index]}" ;;
    esac
  done
  case "$place $previous" in
${values.join('\n')}
  esac
  case "$place" in
${words.join('\n')}
  esac
}
complete -o default -F _focusracer focusracer
`;
}

function offer(words: readonly string[]): string {
  return words.length === 0
    ? 'COMPREPLY=();'
    : `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current"));`;
}
