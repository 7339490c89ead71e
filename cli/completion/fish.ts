import type { DescribedCommand, DescribedOption } from './describe-commands.js';

export function fishCompletion(commands: readonly DescribedCommand[]): string {
  const places = commands.map((command) => command.place).filter((place) => place !== '');
  const lines = commands.flatMap(({ place, subcommands, options, choices }) => {
    const complete = `complete -c focusracer -n '__focusracer_at "${place}"'`;
    const names = [...subcommands, ...choices.map((name) => ({ name, summary: '' }))];
    return [
      ...names.map(({ name, summary }) => `${complete} -f -a ${name} -d ${quote(summary)}`),
      ...options.map((option) => `${complete} ${describe(option)}`),
    ];
  });
  return `# fish completion for focusracer
function __focusracer_at
    set -l place ''
    for word in (commandline -opc)[2..-1]
        switch "$place/$word"
            case ${places.join(' ')}
                set place "$place/$word"
        end
    end
    test "$place" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function describe({ flags, summary, takesValue, choices }: DescribedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const value = choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : takesValue ? ' -r' : '';
  return `${names.join(' ')}${value} -d ${quote(summary)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
