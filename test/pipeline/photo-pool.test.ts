import { describe, expect, it } from 'vitest';
import { FocusError } from '../../core/errors.js';
import { answerPhoto } from '../../core/pipeline/photo-pool.js';

describe('what a worker thread answers', () => {
  it('carries an error that a person can act on across threads, which take errors apart', async () => {
    const error = new FocusError('config', 'model.missing', 'The model is not installed', {
      hint: 'Run npm ci.',
    });
    const answer = structuredClone(await answerPhoto(Promise.reject(error)));
    const { kind, code, message, hint } = error;
    expect(answer).toEqual({ kind: 'refused', error: { kind, code, message, hint } });
  });

  it('lets a bug through as it is', async () => {
    const bug = new TypeError('Expected three channels');
    await expect(answerPhoto(Promise.reject(bug))).rejects.toBe(bug);
  });
});
