import { FocusError } from '../../errors.js';

export function unknownOrder(number: string): FocusError {
  return new FocusError('not-found', 'order.unknown', `There is no order "${number}"`, {
    hint: '`focusracer orders list` shows the orders there are.',
  });
}
