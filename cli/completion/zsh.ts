import type { DescribedCommand } from './describe-commands.js';

export function zshCompletion(commands: readonly DescribedCommand[]): string {
  const places = commands.map((command) => command.place).filter((place) => place !== '');
  const values = commands.flatMap(({ place, options }) =>
    options
      .filter((option) => option.takesValue)
      .map((option) => {
        const patterns = option.flags.map((flag) => `"${place} ${flag}"`).join('|');
        const offer =
          option.choices.length === 0 ? '_files' : `compadd -- ${option.choices.join(' ')}`;
        return `    (${patterns}) ${offer}; return ;;`;
      }),
  );
  const words = commands.map(({ place, subcommands, options, choices }) => {
    const names = [...subcommands, ...choices.map((name) => ({ name, summary: '' }))];
    const flags = options.flatMap(({ flags, summary }) => flags.map((name) => ({ name, summary })));
    return [
      `    ("${place}")`,
      `      names=(${names.map(describe).join(' ')})`,
      `      flags=(${flags.map(describe).join(' ')}) ;;`,
    ].join('\n');
  });
  return `#compdef focusracer
_focusracer() {
  local place='' word
  local -a names flags
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place/$word" in
    (${places.join('|')}) place="$place/$word" ;;
    esac
  done
  case "$place \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$place" in
${words.join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then _describe option flags
  elif (( $#names )); then _describe command names
  else _files
  fi
}
# Loaded from fpath, this file is the function; sourced, it only defines it.
if [[ \${funcstack[1]} == _focusracer ]]; then _focusracer
else compdef _focusracer focusracer
fi
`;
}

/** `name:summary`, quoted; a colon in the summary would end it. */
function describe({ name, summary }: { readonly name: string; readonly summary: string }): string {
  return `'${name}:${summary.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`;
}
