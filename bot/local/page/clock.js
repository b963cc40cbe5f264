// The rehearsal clock.

import { act } from "./api.js";
import { $, clockTime, day, shortDay, toast } from "./elements.js";

export function showClock(clock) {
  $("clock").hidden = !clock;
  if (!clock) return;
  const now = new Date(clock.now);
  $("now").dateTime = clock.now;
  $("now").textContent = `${day(now)}, ${clockTime(now)}`;
  $("due").hidden = !clock.due;
  if (clock.due) $("due").textContent = `Next reminder · ${shortDay(new Date(clock.due))}, ${clockTime(new Date(clock.due))}`;
}

export function wireClock() {
  const buttons = [...document.querySelectorAll("[data-step]")];
  for (const button of buttons) button.addEventListener("click", async () => {
    for (const one of buttons) one.disabled = true;
    try {
      showClock((await act("clock", { step: button.dataset.step })).clock);
    } catch (error) {
      toast(error.message);
    }
    for (const one of buttons) one.disabled = false;
  });
}
