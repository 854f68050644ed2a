// The calendar in the browser: dragging a gathering to another moment, and arrows that walk from day to day.
(function () {
  var FAR = 6; // pixels before a press becomes a drag
  var STEP = 15; // minutes
  var drag = null;

  function dash() { return window.dash_clientside; }

  dash().calendar = {
    close: function (clicks) { return clicks ? false : dash().no_update; },
    // After a move the page is drawn anew: the calendar, or that of one gathering.
    moved: function (done) {
      var changed = document.getElementById("calendar-body") ? "calendar-changed" : "event-changed";
      if (done) dash().set_props(changed, { data: done });
      return dash().no_update;
    },
  };

  function say(words) {
    var said = document.getElementById("calendar-said");
    if (said && said.textContent !== words) said.textContent = words;
  }

  function clock(minutes) {
    return String(Math.floor(minutes / 60)).padStart(2, "0") + ":" + String(minutes % 60).padStart(2, "0");
  }

  function press(event) {
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("button")) return;
    var item = event.target.closest(".calendar [data-event]");
    if (!item) return;
    var box = item.getBoundingClientRect();
    drag = { item: item, pointer: event.pointerId, x: event.clientX, y: event.clientY,
      left: event.clientX - box.left, top: event.clientY - box.top, box: box };
  }

  function lift() {
    var ghost = drag.item.cloneNode(true);
    ["data-event", "data-day"].forEach(function (name) { ghost.removeAttribute(name); });
    ghost.className = "drag-ghost";
    ghost.setAttribute("aria-hidden", "true");
    ghost.style.cssText = "";
    ghost.style.width = drag.box.width + "px";
    ghost.style.height = drag.box.height + "px";
    document.body.appendChild(ghost);
    drag.ghost = ghost;
    drag.item.classList.add("drag-from");
    document.body.classList.add("dragging");
  }

  // The day under the pointer, and in the week also the quarter of an hour at the upper edge of what is dragged.
  function place(event) {
    var under = document.elementFromPoint(event.clientX, event.clientY);
    var day = under && under.closest(".calendar [data-day]");
    if (!day) return null;
    var minutes = Number(drag.item.dataset.start);
    var week = day.closest(".calendar-week");
    if (week && week.querySelector(".week-hours").offsetParent) {
      var hours = day.querySelector(".week-blocks").getBoundingClientRect();
      var first = Number(week.dataset.first), last = Number(week.dataset.last);
      minutes = first + (event.clientY - drag.top - hours.top) / hours.height * (last - first);
      minutes = Math.min(last - STEP, Math.max(first, Math.round(minutes / STEP) * STEP));
    }
    return { element: day, day: day.dataset.day, time: clock(minutes) };
  }

  function carry(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.ghost) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
      lift();
    }
    event.preventDefault();
    drag.ghost.style.transform =
      "translate(" + (event.clientX - drag.left) + "px," + (event.clientY - drag.top) + "px)";
    var target = place(event);
    if (drag.over && (!target || target.element !== drag.over)) drag.over.classList.remove("drag-over");
    drag.over = target && target.element;
    if (!target) return say("");
    target.element.classList.add("drag-over");
    var day = new Date(target.day + "T12:00").toLocaleDateString(document.documentElement.lang || "nl",
      { weekday: "long", day: "numeric", month: "long" });
    say(day + ", " + target.time);
    var time = drag.ghost.querySelector(".chip-time");
    if (time) time.textContent = target.time;
  }

  function letGo() {
    if (drag.ghost) drag.ghost.remove();
    if (drag.over) drag.over.classList.remove("drag-over");
    drag.item.classList.remove("drag-from");
    document.body.classList.remove("dragging");
    drag = null;
  }

  // Nothing moves yet: the server is asked what the move would mean.
  function drop(event) {
    if (!drag || event.pointerId !== drag.pointer) return;
    var item = drag.item, carried = drag.ghost, target = carried && place(event);
    letGo();
    if (!carried) return;
    swallowClick();
    var here = item.dataset.fromDay, start = clock(Number(item.dataset.start));
    if (!target || (target.day === here && target.time === start)) return say("");
    dash().set_props("move-drop", {
      data: { event: Number(item.dataset.event), day: target.day, time: target.time, at: Date.now() },
    });
  }

  // Letting go over a link is no click on it.
  function swallowClick() {
    var stop = function (event) { event.preventDefault(); event.stopPropagation(); };
    window.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(function () { window.removeEventListener("click", stop, { capture: true }); }, 50);
  }

  document.addEventListener("pointerdown", press);
  document.addEventListener("pointermove", carry, { passive: false });
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", function () { if (drag) letGo(); });
  document.addEventListener("dragstart", function (event) {
    if (event.target.closest && event.target.closest(".calendar [data-event]")) event.preventDefault();
  });

  // From day to day with the arrows, past days on which there is nothing to open or to begin.
  function walk(event) {
    if (event.key === "Escape" && drag) return letGo();
    var here = event.target.closest && event.target.closest(".calendar [data-day]");
    var week = here && here.closest(".calendar-week");
    var step = (week ? { ArrowLeft: -1, ArrowRight: 1 }
      : { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 })[event.key];
    if (!here || !step) return;
    event.preventDefault();
    var days = Array.from(here.closest(".calendar-week, .month").querySelectorAll("[data-day]"));
    for (var at = days.indexOf(here) + step; at >= 0 && at < days.length; at += step) {
      var link = days[at].querySelector("a");
      if (link) return link.focus();
    }
  }
  document.addEventListener("keydown", walk);
})();
