// The register form in the browser: topics by a click, saving by keyboard, and a draft that survives a crash.
(function () {
  var DRAFT = "rode-draad-question";
  var TOPICS = { form: "question", key: "topics", type: "field" };
  var MOST = 3;
  var AGAIN = 4000;
  var chosen = [];
  var TEXTS = ["minutes", "note"];
  var typed = {};
  var token = "";
  var sending = false;  // pressed, and nothing heard yet
  var waiting = false;  // there was no connection: sent again when there is
  var dash = function () { return window.dash_clientside; };
  var form = function () { return document.getElementById("question-form"); };

  // A draft waits at most a month: {values, token, at}.
  var KEPT = 30 * 24 * 60 * 60 * 1000;
  function draft() {
    try {
      var kept = JSON.parse(localStorage.getItem(DRAFT));
      return kept && kept.values && Date.now() - kept.at < KEPT ? kept : null;
    } catch (refused) { return null; }
  }

  function keepDraft(values) {
    var filled = Object.values(values).some(function (one) { return Array.isArray(one) ? one.length : one; });
    try {
      if (filled) localStorage.setItem(DRAFT, JSON.stringify({ values: values, token: token, at: Date.now() }));
      else localStorage.removeItem(DRAFT);
    } catch (refused) { /* private window: then there is no draft */ }
  }

  // One token for each question that is written down: sent twice, it counts once.
  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
  }

  function markFavourites() {
    document.querySelectorAll("#question-form [data-topic]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(chosen.includes(button.dataset.topic)));
    });
  }

  function start() {
    var input = document.getElementById(JSON.stringify(TOPICS));
    if (input) input.focus();
  }

  function show(id, shown) {
    var place = document.getElementById(id);
    if (place) place.hidden = !shown;
  }

  function wait() {
    sending = false;
    waiting = true;
    show("question-lost", true);
    show("offline", false);  // it says that nothing is kept, which is not so here
    setTimeout(again, AGAIN);
  }
  function again() {
    if (waiting && navigator.onLine && form()) document.getElementById("question-save").click();
  }
  window.addEventListener("online", again);
  // Two windows share one draft: once the other has saved it, what is typed here is another question.
  window.addEventListener("storage", function (event) {
    if (event.key !== DRAFT || event.newValue || !form()) return;
    token = fresh();
    dash().set_props("question-token", { data: token });
  });
  document.addEventListener("connection-lost", function () { if (sending) wait(); });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#question-save")) return;
    sending = true;
    if (navigator.onLine) return;
    event.stopPropagation();
    wait();
  }, true);

  document.addEventListener("click", function (event) {
    if (!event.target.closest("#question-empty")) return;
    Object.keys(typed).forEach(function (key) {
      var none = Array.isArray(typed[key]) ? [] : TEXTS.includes(key) ? "" : null;
      dash().set_props({ form: "question", key: key, type: "field" }, { value: none });
    });
    show("question-back", false);
    start();
  });

  dash().questions = {
    // On arrival: what was typed before a crash or a reload comes back, and typing starts at the topics.
    restore: function () {
      var kept = draft(), known = kept ? kept.values : {};
      token = (kept && kept.token) || fresh();
      sending = waiting = false;
      setTimeout(start, 120);
      show("question-back", Boolean(kept));
      var values = dash().callback_context.outputs_list[0].map(function (output) {
        var value = known[output.id.key];
        return value === undefined || value === null ? dash().no_update : value;
      });
      return [values, token];
    },
    keep: function () {
      if (!form()) return dash().no_update;
      var values = {};
      dash().callback_context.inputs_list[0].forEach(function (input) { values[input.id.key] = input.value; });
      typed = values;
      chosen = values.topics || [];
      markFavourites();
      keepDraft(values);
      return dash().no_update;
    },
    // After saving the form is empty again; the next call starts at the topics, with a token of its own.
    saved: function (what) {
      sending = waiting = false;
      show("question-lost", false);
      var changed = dash().callback_context.triggered.some(function (one) { return one.prop_id === "question-changed.data"; });
      if (!changed || !what || !what.startsWith("saved")) return dash().no_update;
      show("question-back", false);
      setTimeout(start, 60);
      token = fresh();
      return token;
    },
    // A note that looks as if it names somebody says so while it is typed.
    look: function (text) {
      var place = document.getElementById("question-note-warning");
      if (!place) return dash().no_update;
      var found = JSON.parse(place.dataset.signs).filter(function (one) { return new RegExp(one[0]).test(text || ""); });
      return found.length ? place.dataset.said.replace("{what}", found.map(function (one) { return one[1]; }).join(", ")) : "";
    },
  };

  document.addEventListener("click", function (event) {
    var button = event.target.closest("#question-form [data-topic]");
    if (!button) return;
    var topic = button.dataset.topic;
    var without = chosen.filter(function (one) { return one !== topic; });
    if (without.length === chosen.length && chosen.length >= MOST) return;
    dash().set_props(TOPICS, { value: without.length < chosen.length ? without : chosen.concat(topic) });
  });

  // The favourites are one stop for Tab; the arrows go from one to the next.
  function walk(event) {
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    var here = event.target.closest("#question-form [data-topic]");
    if (!step || !here) return;
    var all = Array.from(here.parentElement.querySelectorAll("[data-topic]"));
    var next = all[(all.indexOf(here) + step + all.length) % all.length];
    here.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  }

  // Enter saves where it has nothing better to do; with Ctrl or Cmd it saves from everywhere in the form, also from an
  // open list, which would otherwise take the Enter for a choice.
  function save(event) {
    if (event.key !== "Enter" || !form() || !form().contains(event.target)) return;
    var plain = event.target.matches('input[type="radio"], input[type="checkbox"], input[inputmode]');
    if (!plain && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    handOver(event.target);
    setTimeout(function () { document.getElementById("question-save").click(); }, 0);
  }
  // On a busy computer the last letters of a note can still be on their way when somebody saves.
  function handOver(field) {
    if (field.tagName !== "TEXTAREA" || !field.id.startsWith("{")) return;
    dash().set_props(JSON.parse(field.id), { value: field.value });
  }
  document.addEventListener("keydown", walk);
  document.addEventListener("keydown", save, true);
})();
