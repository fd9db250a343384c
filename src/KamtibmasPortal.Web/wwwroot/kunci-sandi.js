// Passkeys. Everything else in the redaksi works without this script: what it needs stays hidden until it runs.
const token = () => document.querySelector('input[name="__formulir"]').value;

const ceremonies = {
  get: async options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: async options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

const field = (form, name, value) => {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name, value });
  form.append(input);
};

// A form like any other, so that the answer is a page like any other.
const send = (address, values) => {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: address, hidden: true });
  for (const [name, value] of Object.entries({ ...values, __formulir: token() })) field(form, name, value);
  document.body.append(form);
  form.submit();
};

const ask = async button => {
  const fault = document.querySelector('[data-passkey-fault]');
  fault.hidden = true;
  button.disabled = true;
  try {
    const answer = await fetch(button.dataset.options, { method: 'POST', body: new URLSearchParams({ __formulir: token() }) });
    if (!answer.ok) throw new Error(`options: ${answer.status}`);
    const credential = await ceremonies[button.dataset.passkey](await answer.json());
    send(button.dataset.send, { credential: JSON.stringify(credential), name: document.querySelector('[data-passkey-name]')?.value ?? '' });
  } catch {
    // The person said no, the device knows no key, or the session has ended: the password form is still there.
    fault.hidden = false;
    button.disabled = false;
  }
};

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const part of document.querySelectorAll('[data-passkey-with]')) part.hidden = false;
  for (const part of document.querySelectorAll('[data-passkey-without]')) part.hidden = true;
  for (const button of document.querySelectorAll('[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', () => ask(button));
  }
}
