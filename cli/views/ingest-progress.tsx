import { Box, Static, Text } from 'ink';
import type { FileOutcome } from '../../core/index.js';
import type { ProgressText } from './progress-text.js';

export interface IngestProgressProps {
  /** Lines that stay: notices and failed files, each drawn once. */
  readonly lines: readonly string[];
  readonly phase: string;
  readonly progress: ProgressText | undefined;
  readonly finishing: string | undefined;
}

const BAR_WIDTH = 24;

/** The moving part of an ingest on a terminal. */
export function IngestProgress(props: IngestProgressProps) {
  const { lines, phase, progress, finishing } = props;
  return (
    <>
      <Static items={[...lines]}>{(line, index) => <Text key={index}>{line}</Text>}</Static>
      <Box flexDirection="column">
        <Text bold>{phase}</Text>
        {progress === undefined ? null : (
          <>
            <Text wrap="truncate-end">
              {progress.share === undefined ? null : (
                <Text color="cyan">{bar(progress.share)} </Text>
              )}
              {[progress.done, progress.rate, progress.timeLeft].filter(Boolean).join('  ')}
            </Text>
            <Counts counts={progress.counts} />
            <Remark text={progress.slowestStage} />
            <Remark text={progress.lastProblem} colour="yellow" />
          </>
        )}
        {finishing === undefined ? null : <Text color="yellow">{finishing}</Text>}
      </Box>
    </>
  );
}

function Counts({ counts }: { readonly counts: ProgressText['counts'] }) {
  return (
    <Text wrap="truncate-end">
      {counts.map(({ outcome, text }, index) => (
        <Text key={outcome}>
          {index === 0 ? '' : ', '}
          <Text {...colourOf(outcome)}>{text}</Text>
        </Text>
      ))}
    </Text>
  );
}

interface RemarkProps {
  readonly text: string | undefined;
  readonly colour?: 'yellow';
}

function Remark({ text, colour }: RemarkProps) {
  if (text === undefined) return null;
  return (
    <Text wrap="truncate-end" {...(colour === undefined ? { dimColor: true } : { color: colour })}>
      {text}
    </Text>
  );
}

function colourOf(outcome: FileOutcome): { readonly color?: string } {
  if (outcome === 'kept') return { color: 'green' };
  return outcome === 'failed' ? { color: 'red' } : {};
}

function bar(share: number): string {
  const filled = Math.floor(share * BAR_WIDTH);
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}
