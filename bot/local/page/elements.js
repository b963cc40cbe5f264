// Small helpers to build the page.

export const $ = (id) => document.getElementById(id);

// el("button", { class: "row", onclick }, "text", child): attributes by name, listeners by on…
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

export function avatar(id, name) {
  const letters = name.split(/\s+/).slice(0, 2).map((word) => word[0] ?? "").join("").toUpperCase();
  return el("span", { class: `avatar tone-${Math.abs(id) % 7}`, "aria-hidden": "true" }, letters);
}

let zone = "UTC";
export const showTimesIn = (name) => { zone = name; };

const formatted = (date, options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(date);
export const clockTime = (date) => formatted(date, { hour: "2-digit", minute: "2-digit" });
export const day = (date) => formatted(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDay = (date) => formatted(date, { weekday: "short", day: "numeric", month: "short" });

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

let hiding;
export function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => $("toast").classList.remove("shown"), 3500);
}

export function alertBox(text) {
  $("alert-text").textContent = text;
  $("alert").showModal();
}
