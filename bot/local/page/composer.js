// Writing: text, attachments, replies, the menu of commands, things to try.

import { act, base64, look } from "./api.js";
import { $, el, size, toast } from "./elements.js";

export class Composer {
  constructor(place) {
    this.place = place; // () => ({ person, chat })
    this.file = null;
    this.reply = null;
    $("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    $("text").addEventListener("keydown", (event) => this.key(event));
    $("text").addEventListener("input", () => this.typed());
    $("text").addEventListener("paste", (event) => this.attach(event.clipboardData.files[0]));
    $("file").addEventListener("change", () => this.attach($("file").files[0]));
    $("open-menu").addEventListener("click", () => this.toggleMenu());
    $("start").addEventListener("click", () => this.say("/start"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.clear());
    document.addEventListener("click", (event) => event.target.closest("#menu, #open-menu") || this.closeMenu());
  }

  async say(text) {
    await this.deliver("say", { text });
  }

  async send() {
    const text = $("text").value;
    if (!text.trim() && !this.file) return;
    const file = this.file && { name: this.file.name, data: await base64(this.file), caption: text };
    $("text").value = "";
    await this.deliver(file ? "file" : "say", { ...(file ?? { text }), reply_to: this.reply?.id });
    this.clear();
  }

  async deliver(deed, given) {
    try {
      await act(deed, { ...this.place(), ...given });
    } catch (error) {
      toast(error.message);
    }
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  typed() {
    if (/^\/\w*$/.test($("text").value)) this.openMenu($("text").value.slice(1));
    else this.closeMenu();
  }

  attach(file) {
    if (!file) return;
    this.file = file;
    this.strip("attached", file.name, size(file.size), "Remove the file");
    $("text").placeholder = "Caption";
    $("text").focus();
  }

  replyTo(message) {
    this.reply = message;
    this.strip("replying", `Reply to ${message.from.name}`, message.text.slice(0, 120), "Do not reply");
    $("text").focus();
  }

  clear() {
    this.file = this.reply = null;
    $("file").value = "";
    $("text").placeholder = "Message";
    $("attached").hidden = $("replying").hidden = true;
    this.closeMenu();
  }

  strip(id, title, detail, dismiss) {
    const close = el("button", { class: "round", "aria-label": dismiss, onclick: () => this.clear() }, "✕");
    $(id).replaceChildren(el("div", {}, title, el("small", {}, detail)), close);
    $(id).hidden = false;
  }

  toggleMenu() {
    if ($("menu").hidden) this.openMenu("");
    else this.closeMenu();
  }

  async openMenu(beginning) {
    const { person, chat } = this.place();
    const chats = await look("chats", { person });
    const menu = chats.find((one) => one.id === chat)?.menu ?? [];
    const fitting = menu.filter((one) => one.command.startsWith(beginning));
    $("menu").replaceChildren(...fitting.map((one) => this.command(one)));
    $("menu").hidden = fitting.length === 0;
    $("open-menu").setAttribute("aria-expanded", String(fitting.length > 0));
    if (!menu.length && !beginning) toast("The bot offers no commands here yet.");
  }

  closeMenu() {
    $("menu").hidden = true;
    $("open-menu").setAttribute("aria-expanded", "false");
  }

  command({ command, description }) {
    const run = () => { $("text").value = ""; this.closeMenu(); this.say(`/${command}`); };
    return el("li", {}, el("button", { onclick: run }, el("b", {}, `/${command}`), el("span", {}, description)));
  }

  suggest(tries) {
    const icons = { text: "", file: "📄 ", forward: "↪ " };
    const chip = (one) => el("button", { onclick: () => this.deliver("try", { index: one.index }) }, icons[one.kind] + one.label);
    $("tries").replaceChildren(...tries.map((one) => el("li", {}, chip(one))));
    $("tries").hidden = tries.length === 0;
  }
}
