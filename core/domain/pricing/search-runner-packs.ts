import { lowerBound, stepsOfPrice } from './lower-bound.js';
import { usefulPacks, type RunnerChoice, type RunnerProblem } from './runner-packs-on-offer.js';

/**
 * A measure of the work, not of time, so that the same cart always has the same price. Photos of
 * several runners make this a covering problem, which is NP-hard (Karp 1972): carts of people are
 * solved in a few hundred steps, those of most clubs within this number (a tenth of a second), but some
 * of hundreds of group photos cannot be solved at all.
 * Those get the cheapest combination found so far.
 */
const MOST_STEPS = 300_000;

/**
 * Branch and bound over the runners, from the choice that greed finds: first the runner with most
 * photos left to pay. The coverage is the same again at the end.
 */
export function searchRunnerPacks(
  runners: readonly number[],
  problem: RunnerProblem,
): { readonly choices: readonly RunnerChoice[]; readonly proven: boolean } {
  const { coverage, prices } = problem;
  const current: RunnerChoice[] = [];
  let best = { cost: Infinity, choices: [...current] };
  let stepsLeft = MOST_STEPS;

  function visit(spent: number): void {
    const cost = spent + prices.costOf(coverage.left.web, coverage.left.hd);
    if (cost < best.cost) best = { cost, choices: [...current] };
  }

  function add(choice: RunnerChoice): void {
    coverage.add(choice.runner, choice.pack.size);
    current.push(choice);
  }

  function takeBack(): void {
    const choice = current.pop();
    if (choice !== undefined) coverage.remove(choice.runner, choice.pack.size);
  }

  function largest(among: readonly number[]): number {
    const photosOf = (runner: number) =>
      coverage.leftOf(runner, 'web') + coverage.leftOf(runner, 'hd');
    return among.reduce((most, runner) => (photosOf(runner) > photosOf(most) ? runner : most));
  }

  function greedily(): void {
    let undecided = runners;
    let spent = 0;
    visit(spent);
    while (undecided.length > 0) {
      const runner = largest(undecided);
      undecided = without(undecided, runner);
      const [pack] = usefulPacks(runner, problem);
      if (pack === undefined) continue;
      add({ runner, pack });
      spent += pack.price;
      visit(spent);
    }
    while (current.length > 0) takeBack();
  }

  function exactly(undecided: readonly number[], spent: number): void {
    stepsLeft -= undecided.length + stepsOfPrice(coverage.left.web);
    if (stepsLeft < 0) return;
    visit(spent);
    const useful = undecided.filter((runner) => usefulPacks(runner, problem).length > 0);
    if (useful.length === 0) return;
    const { bound, steps } = lowerBound(useful, spent, problem, stepsLeft);
    stepsLeft -= steps;
    if (bound >= best.cost) return;
    const runner = largest(useful);
    const others = without(useful, runner);
    for (const pack of usefulPacks(runner, problem)) {
      add({ runner, pack });
      exactly(others, spent + pack.price);
      takeBack();
      if (bound >= best.cost || stepsLeft < 0) return;
    }
    exactly(others, spent);
  }

  greedily();
  exactly(runners, 0);
  return { choices: best.choices, proven: stepsLeft >= 0 };
}

function without(runners: readonly number[], runner: number): number[] {
  return runners.filter((other) => other !== runner);
}
