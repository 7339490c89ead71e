// The provider's form, in frames of its own: no card number ever passes through our page.
const form = document.querySelector('[data-stripe]');

function loadStripe() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'https://js.stripe.com/v3/';
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

function show(message) {
  const place = form.querySelector('[data-payment-error]');
  place.textContent = message;
  place.hidden = message === '';
}

async function start() {
  await loadStripe();
  const stripe = Stripe(form.dataset.key, { locale: document.documentElement.lang });
  const isDark = window.getComputedStyle(document.documentElement).colorScheme === 'dark';
  const elements = stripe.elements({
    clientSecret: form.dataset.secret,
    appearance: { theme: isDark ? 'night' : 'stripe' },
  });
  elements.create('payment').mount(form.querySelector('[data-payment-element]'));
  const button = form.querySelector('button');
  button.disabled = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    show('');
    // Where all goes well the browser is on its way to the order, and nothing comes back.
    const { error } = await stripe
      .confirmPayment({ elements, confirmParams: { return_url: form.dataset.return } })
      .catch((thrown) => ({ error: thrown }));
    // What Stripe says is written for the buyer; what went wrong within is not.
    show((error?.type !== undefined && error.message) || form.dataset.failed);
    button.disabled = false;
  });
}

if (form) start().catch(() => show(form.dataset.failed));
