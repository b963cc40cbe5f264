// How messages look.

import { $, clockTime, day, el, size } from "./elements.js";

const FOUND = /(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]'…])|((?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?![\w/]))/g;

// `deeds` is what people can do with a message: press, reply, forward, say.
export class Log {
  constructor(deeds) {
    this.deeds = deeds;
    this.messages = new Map();
    this.me = 0;
    this.stays = true; // at the end, also when the window changes
    $("log").addEventListener("scroll", () => { this.stays = this.isAtEnd(); });
    new ResizeObserver(() => this.stays && this.toEnd("instant")).observe($("log"));
  }

  show(messages, me, showAuthors, welcome) {
    this.me = me;
    this.showAuthors = showAuthors;
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.last = null;
    $("log").replaceChildren(...messages.flatMap((message) => this.draw(message)));
    if (!messages.length) $("log").append(el("p", { class: "empty" }, welcome));
    this.toEnd("instant");
  }

  add(message) {
    $("log").querySelector(".empty")?.remove();
    this.typing(false);
    this.messages.set(message.id, message);
    const drawn = this.draw(message);
    drawn.at(-1).classList.add("fresh");
    $("log").append(...drawn);
    this.toEnd();
  }

  change(message) {
    this.messages.set(message.id, message);
    const old = this.find(message.id);
    if (!old) return;
    const atEnd = this.isAtEnd();
    old.replaceWith(this.body(message, old.classList.contains("follows")));
    if (atEnd) this.toEnd();
  }

  remove(message) {
    this.messages.delete(message.id);
    this.find(message.id)?.remove();
  }

  typing(on) {
    $("log").querySelector(".typing")?.remove();
    if (!on) return;
    $("log").append(el("div", { class: "typing", "aria-hidden": "true" }, el("i"), el("i"), el("i")));
    this.toEnd();
  }

  find(id) { return $("log").querySelector(`[data-id="${id}"]`); }
  isAtEnd() { return $("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < 80; }

  toEnd(behavior = "smooth") {
    this.stays = true;
    $("log").scrollTo({ top: $("log").scrollHeight, behavior });
  }

  // The message, after a line with the day if a new one begins.
  draw(message) {
    const today = day(message.date * 1000);
    const follows = this.last?.from === message.from.id && this.last.day === today;
    const heading = this.last?.day === today ? [] : [el("div", { class: "day" }, today)];
    this.last = { from: message.from.id, day: today };
    return [...heading, this.body(message, follows)];
  }

  body(message, follows) {
    if (message.service) return el("div", { class: "service", "data-id": message.id }, message.service);
    const own = message.from.id === this.me;
    const names = ["message", own && "own", follows && "follows"].filter(Boolean).join(" ");
    return el("article", { class: names, "data-id": message.id, "aria-label": `${message.from.name}:` },
      this.bubble(message, own, follows), message.buttons.length > 0 && this.keyboard(message));
  }

  bubble(message, own, follows) {
    const edited = message.edited ? "edited " : "";
    return el("div", { class: "bubble", tabindex: "-1" },
      this.showAuthors && !own && !follows && el("div", { class: "author" }, message.from.name),
      message.forwarded && el("div", { class: "forwarded" }, "Forwarded from ", el("b", {}, message.forwarded)),
      message.reply && this.quoted(message.reply),
      message.file && attachment(message.file),
      text(message.html, this.deeds.say),
      el("span", { class: "meta" }, edited, clockTime(message.date * 1000)),
      message.reactions.length > 0 && el("div", { class: "reactions" }, message.reactions.join(" ")),
      this.tools(message));
  }

  quoted(reply) {
    const jump = () => this.find(reply.id)?.scrollIntoView({ block: "center", behavior: "smooth" });
    return el("button", { class: "quoted", onclick: jump }, el("b", {}, reply.name), el("span", {}, reply.text));
  }

  tools(message) {
    return el("div", { class: "tools" },
      el("button", { "aria-label": "Reply", title: "Reply", onclick: () => this.deeds.reply(message) }, "↩"),
      el("button", { "aria-label": "Forward", title: "Forward", onclick: () => this.deeds.forward(message) }, "↪"));
  }

  keyboard(message) {
    const rows = message.buttons.map((buttons, row) =>
      el("div", {}, ...buttons.map((button, column) => this.button(message, button, row, column))));
    return el("div", { class: "keyboard" }, ...rows);
  }

  button(message, button, row, column) {
    if (button.url) return el("a", { href: button.url, target: "_blank", rel: "noopener noreferrer" }, `${button.text} ↗`);
    const press = async (event) => {
      event.target.setAttribute("aria-busy", "true");
      await this.deeds.press(message, row, column);
      event.target.removeAttribute("aria-busy");
    };
    return el("button", { onclick: press }, button.text);
  }
}

function attachment(file) {
  const url = `/control/file/${file.id}`;
  if (file.photo) return el("img", { class: "photo", src: url, alt: "Photo" });
  const about = el("span", {}, file.name, file.size > 0 && el("small", {}, size(file.size)));
  if (!file.id) return el("div", { class: "file" }, about);
  return el("a", { class: "file", href: url, download: file.name }, el("span", { class: "icon", "aria-hidden": "true" }, "⬇"), about);
}

// The server writes Telegram's tags only and escapes everything else; links and commands are made alive here.
function text(html, say) {
  const body = el("div", { class: "text" });
  body.innerHTML = html;
  for (const link of body.querySelectorAll("a")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  for (const hidden of body.querySelectorAll("tg-spoiler, blockquote[expandable]")) {
    hidden.tabIndex = 0;
    const open = () => hidden.classList.toggle("open");
    hidden.addEventListener("click", open);
    hidden.addEventListener("keydown", (event) => event.key === "Enter" && open());
  }
  for (const block of body.querySelectorAll("blockquote, pre")) closeRanks(block);
  enliven(body, say);
  return body;
}

// A line end beside a block is the block's own end: shown once, not twice.
function closeRanks(block) {
  const { previousSibling: before, nextSibling: after } = block;
  if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
  if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
}

function enliven(body, say) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, code, pre")) nodes.push(walker.currentNode);
  for (const node of nodes) node.replaceWith(...alive(node.data, say));
}

function alive(plain, say) {
  const parts = [];
  let from = 0;
  for (const match of plain.matchAll(FOUND)) {
    const [whole, url] = match;
    const link = url
      ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url)
      : el("button", { class: "command", onclick: () => say(whole) }, whole);
    parts.push(plain.slice(from, match.index), link);
    from = match.index + whole.length;
  }
  return [...parts, plain.slice(from)];
}
