// The provider's form, in frames of its own: no card number ever passes through our page.
const form = document.querySelector('[data-stripe]');
const action = document.querySelector('[data-payment-action]');
const loading = document.querySelector('[data-payment-loading]');
const blocked = document.querySelector('[data-payment-blocked]');

/** Milliseconds. A blocked script mostly fails at once; one that hangs says nothing. */
const PATIENCE = 15_000;

/** Shows one of them: the page never stands there without saying why nothing can be pressed. */
function showOnly(part) {
  for (const one of [form, action, loading, blocked]) one.hidden = one !== part;
}

function within(promise) {
  return Promise.race([
    promise,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error('It takes too long')), PATIENCE);
    }),
  ]);
}

function loadStripe() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'https://js.stripe.com/v3/';
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

function say(part, message) {
  const place = part.querySelector('[data-payment-error]');
  place.textContent = message;
  place.hidden = message === '';
}

/** What Stripe says is written for the buyer; what went wrong within is not. */
function wordsOf(error) {
  return (error?.type !== undefined && error.message) || form.dataset.failed;
}

/** A bank's second step that was left, or a voucher to be seen again. */
function offerAction(stripe) {
  const button = action.querySelector('button');
  let isOver = false;
  button.addEventListener('click', async () => {
    // The bank said no: this page anew has the form, for another way to pay.
    if (isOver) {
      window.location.reload();
      return;
    }
    button.disabled = true;
    say(action, '');
    const { error } = await stripe
      .handleNextAction({ clientSecret: form.dataset.secret })
      .catch((thrown) => ({ error: thrown }));
    if (error === undefined) window.location.assign(form.dataset.return);
    else {
      isOver = true;
      say(action, wordsOf(error));
      button.disabled = false;
    }
  });
  showOnly(action);
}

function mountForm(stripe) {
  const isDark = window.getComputedStyle(document.documentElement).colorScheme === 'dark';
  const elements = stripe.elements({
    clientSecret: form.dataset.secret,
    appearance: { theme: isDark ? 'night' : 'stripe' },
  });
  const element = elements.create('payment', {
    defaultValues: { billingDetails: { email: form.dataset.email } },
  });
  const ready = new Promise((resolve, reject) => {
    element.on('ready', resolve);
    element.on('loaderror', reject);
  });
  form.hidden = false;
  const button = form.querySelector('button');
  button.hidden = true;
  element.mount(form.querySelector('[data-payment-element]'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    say(form, '');
    // Where all goes well the browser is on its way to the order, and nothing comes back.
    const { error } = await stripe
      .confirmPayment({ elements, confirmParams: { return_url: form.dataset.return } })
      .catch((thrown) => ({ error: thrown }));
    say(form, wordsOf(error));
    button.disabled = false;
  });
  return ready.then(() => {
    button.hidden = false;
    showOnly(form);
  });
}

async function start() {
  showOnly(loading);
  await within(loadStripe());
  const stripe = Stripe(form.dataset.key, { locale: document.documentElement.lang });
  const { paymentIntent } = await within(stripe.retrievePaymentIntent(form.dataset.secret));
  if (paymentIntent?.status === 'requires_action') offerAction(stripe);
  else if (['succeeded', 'processing'].includes(paymentIntent?.status))
    window.location.replace(form.dataset.return);
  else await within(mountForm(stripe));
}

if (form) start().catch(() => showOnly(blocked));
