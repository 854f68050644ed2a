/* What makes telling easier where scripts run: a counter, a draft on this device alone, a triangle to tap. */
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const name = (audience) => `vertellis-${audience}`;
  const day = 24 * 60 * 60 * 1000;
  const store = {
    read: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    write: (key, text) => { try { localStorage.setItem(key, text); } catch { /* full or switched off: the page works without */ } },
    wipe: (key) => { try { localStorage.removeItem(key); } catch { /* nothing is kept there then */ } },
  };
  /* A draft is its text and the moment until which it stays; one from before that has no end yet. */
  const draft = (key) => {
    const kept = store.read(key);
    if (kept === null) return null;
    try { return { until: 0, ...JSON.parse(kept) }; } catch { return { text: kept, until: Infinity }; }
  };
  for (const key of ["parents", "young"].map(name)) {
    const kept = draft(key);
    if (kept && !(kept.until > Date.now())) store.wipe(key);
  }

  const box = find("#f-verhaal");
  const counter = find("[data-counter]");
  if (box && counter) {
    const count = () => {
      const words = box.value.trim().split(/\s+/).filter(Boolean).length;
      if (words) counter.textContent = box.dataset.words.replace("{n}", words);
    };
    box.addEventListener("input", count);
    count();
  }

  const keep = find("[data-keep]");
  if (box && keep) {
    const key = name(keep.dataset.keep);
    const on = find("[data-keep-on]");
    const wipe = find("[data-keep-wipe]");
    const said = find("[data-keep-said]");
    const until = () => Date.now() + keep.dataset.days * day;
    const save = () => { if (on.checked) store.write(key, JSON.stringify({ text: box.value, until: until() })); };
    const show = () => { wipe.hidden = !on.checked; };
    keep.hidden = false;
    const kept = draft(key);
    if (kept) {
      on.checked = true;
      if (!box.value.trim() && kept.text.trim()) {
        box.value = kept.text;
        said.textContent = said.dataset.back;
        box.dispatchEvent(new Event("input"));
      }
    }
    if (kept && kept.until === Infinity) save();
    show();
    box.addEventListener("input", save);
    on.addEventListener("change", () => {
      if (on.checked) { save(); said.textContent = said.dataset.kept; }
      else { store.wipe(key); said.textContent = said.dataset.wiped; }
      show();
    });
    wipe.addEventListener("click", () => {
      store.wipe(key);
      on.checked = false;
      said.textContent = said.dataset.wiped;
      show();
      on.focus();
    });
  }

  const sent = find("[data-sent]");
  if (sent) store.wipe(name(sent.dataset.sent));

  /* A tap anywhere in the triangle becomes three numbers that add up to 100; the named places stay for the keyboard. */
  const picture = find("[data-triangle] .corners");
  if (picture) {
    const corners = { school: [100, 0], home: [0, 173], help: [200, 173] };
    const mirrored = getComputedStyle(picture).direction === "rtl";
    const along = (x) => (mirrored ? 200 - x : x);
    const drawing = picture.querySelector("svg");
    const dot = document.createElementNS("http://www.w3.org/2000/svg", "ellipse");
    let fine = picture.querySelector(".fine");
    const place = ([school, home, help]) => {
      const at = (axis) => (corners.school[axis] * school + corners.home[axis] * home + corners.help[axis] * help) / 100;
      const box = drawing.getBoundingClientRect();
      dot.setAttribute("rx", (8 * 200) / box.width);
      dot.setAttribute("ry", (8 * 173) / box.height);
      dot.setAttribute("cx", along(at(0)));
      dot.setAttribute("cy", at(1));
      drawing.append(dot);
    };
    const parts = (x, y) => {
      const raw = [(173 - y) / 173, 0, 0];
      raw[2] = (x - raw[0] * 100) / 200;
      raw[1] = 1 - raw[0] - raw[2];
      const inside = raw.map((one) => Math.max(0, one));
      const sum = inside.reduce((first, second) => first + second, 0);
      const whole = inside.map((one) => Math.round((100 * one) / sum));
      whole[0] = 100 - whole[1] - whole[2];
      return whole[0] < 0 ? null : whole;
    };
    if (fine) place(fine.value.split("-").map(Number));
    drawing.addEventListener("click", (event) => {
      const box = drawing.getBoundingClientRect();
      const found = parts(along(((event.clientX - box.left) / box.width) * 200), ((event.clientY - box.top) / box.height) * 173);
      if (!found) return;
      if (!fine) {
        fine = document.createElement("input");
        fine.type = "radio";
        fine.className = "fine";
        fine.name = "driehoek";
        fine.tabIndex = -1;
        fine.setAttribute("aria-hidden", "true");
        picture.append(fine);
      }
      fine.value = found.join("-");
      fine.checked = true;
      place(found);
    });
    picture.addEventListener("change", (event) => { if (event.target !== fine) dot.remove(); });
  }
})();
