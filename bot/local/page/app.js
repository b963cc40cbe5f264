// The chat page: who one is, which chat is open, and what happens meanwhile.

import { act, listen, look } from "./api.js";
import { showClock, wireClock } from "./clock.js";
import { Composer } from "./composer.js";
import { $, alertBox, avatar, el, showTimesIn, toast } from "./elements.js";
import { Log } from "./messages.js";

const page = { cast: null, me: 0, chat: 0, chats: new Map(), unread: new Map() };
const composer = new Composer(() => ({ person: page.me, chat: page.chat }));
const log = new Log({ press, forward, reply: (message) => composer.replyTo(message), say: (text) => composer.say(text) });
let typingEnds;

const chatsOf = (person) => page.chats.get(person) ?? [];
const openChat = () => chatsOf(page.me).find((chat) => chat.id === page.chat);
const unreadIn = (person, chat) => page.unread.get(`${person} ${chat}`) ?? 0;

// People and chats

async function become(person) {
  page.me = person;
  sessionStorage.setItem("me", person);
  await loadChats(person);
  await open(chatsOf(person)[0]?.id ?? 0);
}

async function open(chat) {
  page.chat = chat;
  page.unread.delete(`${page.me} ${chat}`);
  composer.clear();
  await showHistory();
  drawSidebar();
  $("sidebar").classList.remove("open");
}

async function showHistory() {
  const chat = openChat();
  if (!chat) return;
  const messages = await look("history", { person: page.me, chat: page.chat });
  log.show(messages, page.me, !chat.private, welcome(chat));
  drawHead(chat);
  $("start").hidden = !chat.private || messages.length > 0;
}

async function loadChats(person) {
  page.chats.set(person, await look("chats", { person }));
}

function welcome(chat) {
  return chat.private ? page.cast.bot.about || "No messages here yet. Press Start." : "No messages here yet.";
}

function drawSidebar() {
  $("people").replaceChildren(...page.cast.people.map(personRow));
  $("chats").replaceChildren(...chatsOf(page.me).map(chatRow));
}

function personRow(person) {
  const waiting = chatsOf(person.id).reduce((sum, chat) => sum + unreadIn(person.id, chat.id), 0);
  const names = el("span", { class: "grow" },
    el("strong", {}, person.name), person.role && el("span", { class: "role" }, person.role), el("small", {}, person.about));
  return row(avatar(person.id, person.name), names, waiting, person.id === page.me, () => become(person.id));
}

function chatRow(chat) {
  const last = chat.last ? `${chat.last.from.id === page.me ? "You: " : ""}${chat.last.text || chat.last.file?.name || ""}` : "No messages yet";
  const names = el("span", { class: "grow" }, el("strong", {}, chat.title), el("small", {}, last));
  return row(avatar(chat.private ? 5 : chat.id, chat.title), names, unreadIn(page.me, chat.id), chat.id === page.chat, () => open(chat.id));
}

function row(picture, names, waiting, isCurrent, onclick) {
  const badge = waiting > 0 && el("span", { class: "badge", "aria-label": `${waiting} new` }, String(waiting));
  return el("li", {}, el("button", { class: "row", "aria-current": String(isCurrent), onclick }, picture, names, badge));
}

function drawHead(chat) {
  $("chat-avatar").replaceChildren(avatar(chat.private ? 5 : chat.id, chat.title));
  $("chat-title").textContent = chat.title;
  $("block").hidden = !chat.private;
  $("block").textContent = chat.blocked ? "Unblock" : "Block";
  const me = page.cast.people.find((one) => one.id === page.me);
  composer.suggest(me?.try ?? []);
  $("text").setAttribute("aria-label", `Message to ${chat.title} as ${me?.name}`);
  drawStatus(chat);
}

function drawStatus(chat, typing = false) {
  const still = chat.blocked ? "blocked" : chat.private ? "bot" : `${chat.people} members`;
  $("chat-status").textContent = typing ? "typing…" : still;
  $("chat-status").classList.toggle("live", typing);
  log.typing(typing);
}

// Deeds

async function press(message, row, column) {
  try {
    const { answered, text, alert } = await act("press", { person: page.me, chat: page.chat, message: message.id, row, column });
    if (!answered) toast("The bot did not answer this button.");
    else if (text) (alert ? alertBox : toast)(text);
  } catch (error) {
    toast(error.message);
  }
}

function forward(message) {
  const send = async (chat) => {
    $("forward").close();
    await composer.deliver("forward", { chat: chat.id, source: message.chat, message: message.id });
    if (chat.id !== page.chat) await open(chat.id);
  };
  const choices = chatsOf(page.me).map((chat) =>
    el("li", {}, el("button", { class: "row", onclick: () => send(chat) }, avatar(chat.private ? 5 : chat.id, chat.title), chat.title)));
  $("forward-to").replaceChildren(...choices);
  $("forward").showModal();
}

async function toggleBlock() {
  await act("block", { person: page.me, chat: page.chat });
}

// What happens

function take(happening) {
  if (happening.kind === "clock") return showClock(happening.clock);
  if (happening.kind === "chat") return refresh();
  if (happening.kind === "message") noteNews(happening);
  if (happening.chat === page.chat) takeHere(happening);
}

function takeHere({ kind, message }) {
  if (kind === "typing") return showTyping();
  if (kind === "message") {
    drawStatus(openChat());
    $("start").hidden = true;
    log.add(message);
  }
  if (kind === "edit" || kind === "reaction") log.change(message);
  if (kind === "delete") log.remove(message);
}

function noteNews({ chat, message }) {
  for (const person of page.cast.people.map((one) => one.id)) {
    const known = chatsOf(person).find((one) => one.id === chat);
    if (!known) continue;
    known.last = message;
    const seen = message.from.id === person || (person === page.me && chat === page.chat);
    if (!seen) page.unread.set(`${person} ${chat}`, unreadIn(person, chat) + 1);
  }
  drawSidebar();
}

function showTyping() {
  drawStatus(openChat(), true);
  clearTimeout(typingEnds);
  typingEnds = setTimeout(() => drawStatus(openChat()), 5000);
}

async function refresh() {
  await Promise.all(page.cast.people.map((one) => loadChats(one.id)));
  await showHistory();
  drawSidebar();
}

async function begin() {
  page.cast = await look("state");
  showTimesIn(page.cast.timezone);
  showClock(page.cast.clock);
  document.title = `${page.cast.bot.name} · Local Telegram`;
  $("welcome").textContent = page.cast.welcome;
  $("welcome").hidden = !page.cast.welcome;
  await Promise.all(page.cast.people.map((one) => loadChats(one.id)));
  const people = page.cast.people.map((one) => one.id);
  const before = Number(sessionStorage.getItem("me"));
  if (people.length) await become(people.includes(before) ? before : people[0]);
  listen(take, refresh);
}

wireClock();
$("block").addEventListener("click", toggleBlock);
$("open-sidebar").addEventListener("click", () => $("sidebar").classList.add("open"));
$("close-sidebar").addEventListener("click", () => $("sidebar").classList.remove("open"));
begin();
