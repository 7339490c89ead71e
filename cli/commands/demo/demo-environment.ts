/** What a shop to try reads of the environment: nothing that names a real database, account or address. */
const KEPT_SETTINGS: readonly string[] = [
  'FOCUSRACER_LANGUAGE',
  'FOCUSRACER_LOG_LEVEL',
  'FOCUSRACER_WORKERS',
];
const SETTINGS = /^(?:FOCUSRACER_|DATABASE_URL|RESEND_|STRIPE_|NODE_ENV$)/;

/** An environment in which only the demo's own data home is used, with test money and an outbox. */
export function demoEnvironment(
  environment: NodeJS.ProcessEnv,
  { home, port }: { readonly home: string; readonly port: number },
): NodeJS.ProcessEnv {
  const ordinary = Object.entries(environment).filter(
    ([name]) => !SETTINGS.test(name) || KEPT_SETTINGS.includes(name),
  );
  return {
    ...Object.fromEntries(ordinary),
    FOCUSRACER_HOME: home,
    FOCUSRACER_HOST: '127.0.0.1',
    FOCUSRACER_PORT: String(port),
  };
}
