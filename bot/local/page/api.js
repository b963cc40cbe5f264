// The control endpoints of the local Telegram.

async function checked(response) {
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export async function look(what, parameters = {}) {
  return checked(await fetch(`/control/${what}?${new URLSearchParams(parameters)}`));
}

export async function act(what, given) {
  const headers = { "Content-Type": "application/json" };
  return checked(await fetch(`/control/${what}`, { method: "POST", headers, body: JSON.stringify(given) }));
}

// Calls `take` for everything that happens; `resume` after the connection was lost and found again.
export function listen(take, resume) {
  const stream = new EventSource("/control/events");
  let lost = false;
  stream.onmessage = (event) => take(JSON.parse(event.data));
  stream.onerror = () => { lost = true; };
  stream.onopen = () => { if (lost) resume(); lost = false; };
}

export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
