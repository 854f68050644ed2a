// The tally after a café: counted here, sent once with a token of its own; a reload of the tab loses nothing.
(function () {
  var DRAFT = "rode-draad-tally";
  var counts = {};
  var token = "";
  var dash = function () { return window.dash_clientside; };
  var list = function () { return document.getElementById("tally-rows"); };
  var total = function () { return Object.values(counts).reduce(function (sum, n) { return sum + n; }, 0); };

  function draft() {
    try { return JSON.parse(sessionStorage.getItem(DRAFT + location.search)) || {}; } catch (refused) { return {}; }
  }

  function keep() {
    try {
      if (total()) sessionStorage.setItem(DRAFT + location.search, JSON.stringify({ counts: counts, token: token }));
      else sessionStorage.removeItem(DRAFT + location.search);
    } catch (refused) { /* private window: then there is no draft */ }
  }

  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
  }

  function words(kind, row) {
    var known = row ? { topic: row.dataset.name, n: counts[row.dataset.tally] || 0 } : {};
    known.total = total();
    known.most = list().dataset.most;
    return list().dataset[kind].replace(/\{(\w+)\}/g, function (_, name) { return known[name]; });
  }

  function say(kind, row) {
    document.getElementById("tally-live").textContent = words(kind, row);
  }

  function step(row, by) {
    var code = row.dataset.tally, n = (counts[code] || 0) + by;
    if (n < 0) return;
    if (by > 0 && total() >= Number(list().dataset.most)) { say("full"); return; }
    counts = Object.assign({}, counts);
    if (n) counts[code] = n; else delete counts[code];
    dash().set_props("tally-counts", { data: counts });
    say("said", row);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("#tally-rows [data-step]");
    if (button) step(button.closest("[data-tally]"), Number(button.dataset.step));
  });

  dash().tally = {
    start: function () {
      var kept = draft();
      counts = kept.counts || {};
      token = kept.token || fresh();
      return [counts, token];
    },
    draw: function (data) {
      if (!list() || !data) return dash().no_update;  // nothing yet: what was kept is still to come
      counts = data;
      list().querySelectorAll("[data-tally]").forEach(function (row) {
        var n = counts[row.dataset.tally] || 0;
        if (n) row.hidden = false;
        row.classList.toggle("counted", n > 0);
        row.querySelector(".tally-number").textContent = n;
        row.querySelectorAll("[data-step]").forEach(function (button) {
          var fewer = button.dataset.step === "-1";
          button.setAttribute("aria-label", words(fewer ? "fewer" : "more", row));
          if (fewer) button.setAttribute("aria-disabled", String(n === 0));
        });
      });
      if (!document.getElementById("tally-live").textContent) say("total");
      keep();
      return dash().no_update;
    },
    // A topic that was searched for: into the list, counted once, ready for more.
    add: function (code) {
      var row = code && list().querySelector('[data-tally="' + CSS.escape(code) + '"]');
      if (!row) return dash().no_update;
      row.hidden = false;
      step(row, 1);
      setTimeout(function () { row.querySelector('[data-step="1"]').focus(); }, 60);
      return null;
    },
    saved: function (what) {
      if (!what) return [dash().no_update, dash().no_update];
      counts = {};
      token = fresh();
      say("total");
      return [counts, token];
    },
  };
})();
