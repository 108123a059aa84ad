// Small conveniences. Every page works without them.
(() => {
  "use strict";
  const here = document.querySelector("[data-here]");
  if (here && navigator.geolocation) {
    here.hidden = false;
    const said = here.querySelector("[data-failed]");
    here.querySelector("button").addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const to = new URL(here.dataset.here, location.href);
          to.searchParams.set("at", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
          location.assign(to);
        },
        () => { said.textContent = said.dataset.failed; },
        { timeout: 15000, maximumAge: 600000 },
      );
    });
  }
  const box = document.querySelector("[data-suggest]");
  if (box) {
    const list = document.getElementById(box.getAttribute("list"));
    let waiting = 0;
    let asked = "";
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const typed = box.value.trim();
        if (typed.length < 2 || typed === asked) return;
        asked = typed;
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`);
        if (!answer.ok || typed !== asked) return;
        list.replaceChildren(...(await answer.json()).map((text) => {
          const option = document.createElement("option");
          option.value = text;
          return option;
        }));
      }, 250);
    });
  }
})();
