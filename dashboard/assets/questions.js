// The register form in the browser: topics by a click, saving by keyboard, and a draft that survives a crash.
(function () {
  var DRAFT = "rode-draad-question";
  var TOPICS = { form: "question", key: "topics", type: "field" };
  var MOST = 3;
  var chosen = [];
  var dash = function () { return window.dash_clientside; };
  var form = function () { return document.getElementById("question-form"); };

  function draft() {
    try { return JSON.parse(localStorage.getItem(DRAFT)) || {}; } catch (refused) { return {}; }
  }

  function keepDraft(values) {
    var filled = Object.values(values).some(function (one) { return Array.isArray(one) ? one.length : one; });
    try {
      if (filled) localStorage.setItem(DRAFT, JSON.stringify(values)); else localStorage.removeItem(DRAFT);
    } catch (refused) { /* private window: then there is no draft */ }
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

  dash().questions = {
    // On arrival: what was typed before a crash or a reload comes back, and typing starts at the topics.
    restore: function () {
      var known = draft();
      setTimeout(start, 120);
      return dash().callback_context.outputs_list.map(function (output) {
        var value = known[output.id.key];
        return value === undefined || value === null ? dash().no_update : value;
      });
    },
    keep: function () {
      if (!form()) return dash().no_update;
      var values = {};
      dash().callback_context.inputs_list[0].forEach(function (input) { values[input.id.key] = input.value; });
      chosen = values.topics || [];
      markFavourites();
      keepDraft(values);
      return dash().no_update;
    },
    // After saving the form is empty again; the next call starts at the topics.
    saved: function (what) {
      if (what && what.startsWith("saved")) setTimeout(start, 60);
      return dash().no_update;
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
    document.getElementById("question-save").click();
  }
  document.addEventListener("keydown", walk);
  document.addEventListener("keydown", save, true);
})();
