import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenForInterruption } from '../../../cli/terminal/interruption.js';

function listen() {
  const source = new EventEmitter();
  const exits: number[] = [];
  const interruption = listenForInterruption({ source, quit: (code) => exits.push(code) });
  return { source, exits, interruption };
}

describe('Ctrl-C', () => {
  it('ends a command at once that does not promise to finish what is in hand', () => {
    const { source, exits } = listen();
    source.emit('SIGINT');
    expect(exits).toEqual([130]);
  });

  it('asks a command that promises so to finish, and tells it', () => {
    const { source, exits, interruption } = listen();
    let told = 0;
    const signal = interruption.takeSignal(() => (told += 1));
    source.emit('SIGINT');
    expect(signal.aborted).toBe(true);
    expect(told).toBe(1);
    expect(exits).toEqual([]);
  });

  it('quits at once the second time', () => {
    const { source, exits, interruption } = listen();
    interruption.takeSignal(() => undefined);
    source.emit('SIGINT');
    source.emit('SIGTERM');
    expect(exits).toEqual([130]);
  });

  it('is left to the system when the command is over', () => {
    const { source, exits, interruption } = listen();
    interruption.stopListening();
    expect(source.emit('SIGINT')).toBe(false);
    expect(exits).toEqual([]);
  });
});
